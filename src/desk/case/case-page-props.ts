import type { CaseView } from '#modules/cases';
import type { MarkView } from '#modules/contacts';
import type { DeskShell } from '#platform/http/shell';
import type { Errors, Values } from '#ui';
import type { Directory } from '../../portal/directory.ts';

/** Everything that the page of a case shows, for the page and its parts. */
export interface CasePageProps {
  shell: DeskShell;
  view: CaseView;
  directory: Directory;
  marks: readonly MarkView[];
  now: Date;
  hidden: Record<string, string>;
  errors: Errors;
  values: Values;
  /** Somebody else ended it while this one was writing. */
  meanwhile: boolean;
}
