import type { WrapUpQuestion } from '#modules/contacts';
import type { Match } from '#modules/customers';
import type { TeamName } from '#modules/staff';
import type { DeskShell } from '#platform/http/shell';
import type { Errors, Values } from '#ui';
import type { CallView } from './call-view.ts';
import type { TakenReport } from './taken-report.ts';

/** What every part of the screen of a call gets. */
export interface CallPageProps {
  shell: DeskShell;
  view: CallView;
  teams: readonly TeamName[];
  /** What is asked at the end. */
  ask: readonly WrapUpQuestion[];
  hidden: Record<string, string>;
  errors: Errors;
  values: Values;
  matches: readonly Match[];
}

/** The same for the parts that take a report. */
export type ScriptProps = CallPageProps & { report: TakenReport };
