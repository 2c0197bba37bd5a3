import { beginEvidence, giveEvidence, type Planned } from '#modules/evidence';
import { evidenceAsked, evidenceGiven } from './evidence-steps.ts';
import type { OpenReport } from './on-report.ts';

/** The evidence that came with an application, and how the rest of it will be shown. */
export async function keepEvidence(report: OpenReport, caseId: string): Promise<void> {
  const asked = evidenceAsked(report).map(({ id }) => ({ id, ...evidenceGiven(report, id) }));
  if (asked.length === 0) return;
  const { tx, deps, actor } = report;
  const plans = Object.fromEntries(asked.flatMap(({ id, how }): [string, Planned][] => (how ? [[id, how]] : [])));
  await beginEvidence(tx, deps.clock, actor, { caseId, plans });
  for (const { id, how, fileIds } of asked) {
    if (how !== 'upload') continue;
    const sent = { case: caseId, piece: id, fileIds, isWithApplication: true };
    const given = await giveEvidence(tx, deps.clock, actor, sent);
    if (!given.ok) throw new Error(`evidence ${id} was taken by its page and is refused now: ${given.refusal}`);
  }
}
