import { type CaseToReview, reviewPhotos, reviewPublicText } from '#modules/cases';
import type { StaffActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { fieldOf, type SubmittedForm } from '#platform/http/read-form';
import { type Outcome, typedText } from '../../doors/act.ts';

/** What somebody decided about one report. */
export interface Decision {
  /** Show nothing of it, whatever is written and ticked. */
  isWithheld: boolean;
  text: string;
  /** Photos that were ticked. */
  show: readonly string[];
  /** Photos that stood on the page. */
  seen: readonly string[];
}

const LONGEST = 5_000;

export function readDecision(form: SubmittedForm): Decision {
  return {
    isWithheld: fieldOf(form, 'act') === 'withhold',
    text: typedText(fieldOf(form, 'text')),
    show: form.fields['show'] ?? [],
    seen: form.fields['seen'] ?? [],
  };
}

interface Decided {
  one: CaseToReview;
  decision: Decision;
}

/** Keep the decision: the text as it was left, and the ticked photos of those that were looked at. */
export async function decide(tx: Tx, clock: Clock, actor: StaffActor, { one, decision }: Decided): Promise<Outcome> {
  const { isWithheld, text, seen } = decision;
  const wrong = isWithheld ? undefined : whatIsWrong(one, text);
  if (wrong !== undefined) return { errors: { text: wrong }, values: {} };
  if (isWithheld || !one.isPublic || text !== (one.text ?? '')) {
    const read = await reviewPublicText(tx, clock, actor, { case: one.id, text: isWithheld ? null : text });
    if (!read.ok) return { errors: { text: REFUSED }, values: {} };
  }
  if (seen.length === 0) return { to: '/desk/review' };
  const show = isWithheld ? [] : decision.show;
  const withhold = seen.filter((id) => !show.includes(id));
  const looked = await reviewPhotos(tx, clock, actor, { case: one.id, show, withhold });
  return looked.ok ? { to: '/desk/review' } : { errors: { show: REFUSED }, values: {} };
}

const REFUSED = 'The report was changed meanwhile. Look at it again';

function whatIsWrong({ isPublic, text: before }: CaseToReview, text: string): string | undefined {
  if (text.length > LONGEST) return 'Use 5,000 characters or fewer';
  // A report without published words can be public: its photos alone are looked at.
  const hadNone = isPublic && (before ?? '') === '';
  return text === '' && !hadNone ? 'Write what everybody may read, or show nothing of it' : undefined;
}
