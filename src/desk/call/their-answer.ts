import { answersOn, type Question } from '#modules/questions';
import type { StepScreen } from './form-screen.ts';
import type { TakenReport } from './taken-report.ts';

/** Whether the customer answered this online by themselves; what staff typed with them is not marked. */
export function isTheirs(
  { draft }: Pick<TakenReport, 'draft'>,
  screen: Pick<StepScreen, 'step' | 'item'>,
  { id }: Pick<Question, 'id'>,
): boolean {
  if (draft.helpedAt === null) return false;
  const { answers, typedBy } = draft.state;
  return (
    answersOn(screen, answers)[id] !== undefined && typedBy[screen.item === null ? id : screen.step.id] === undefined
  );
}
