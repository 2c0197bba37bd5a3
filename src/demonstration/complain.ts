import { acknowledgeMark, endMark, markCase } from '#modules/contacts';
import { type Life, workingTime } from './life.ts';

/** Somebody complains about a case: the officer says within a week who looks into it, and answers in the next. */
export function complain({ agenda, chance, clock, cast }: Life, caseId: string, at: Date): void {
  const answer = { outcome: 'answered', note: 'Wrote to say what went wrong, and what we changed.' } as const;
  agenda.at(at, async (tx) => {
    const marked = await markCase(tx, clock, cast.complaints, { caseId, mark: 'complaint' });
    if (!marked.ok) return;
    const { markId } = marked;
    const told = workingTime(clock.now(), chance.between(5, 90));
    agenda.at(told, async (later) => {
      await acknowledgeMark(later, clock, cast.complaints, { markId });
    });
    agenda.at(workingTime(told, chance.between(50, 190)), async (later) => {
      await endMark(later, clock, cast.complaints, { markId, ...answer });
    });
  });
}
