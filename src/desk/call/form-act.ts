import { DRAFT_FIELD } from '../../portal/report/on-report.ts';
import type { ScriptProps } from './call-page-props.ts';

/** Where a form's presses go, and what they send unseen: a form that was put away takes nothing any more. */
export function formAct({ report, view, hidden }: ScriptProps, act: 'answers' | 'more' | 'result' | 'case') {
  return { action: `/desk/contacts/${view.contact.id}/${act}`, hidden: { ...hidden, [DRAFT_FIELD]: report.draft.id } };
}
