import { noteOnCase } from '#modules/cases';
import { english } from '#modules/councils';
import { beginEvidence, checkEvidence, giveEvidence, type Planned } from '#modules/evidence';
import type { Actor } from '#modules/staff';
import { systemActor } from '#platform/actor';
import { evidenceAsked, evidenceGiven } from './evidence-steps.ts';
import type { OpenReport, Standing } from './on-report.ts';

type SentReport = Standing & Pick<OpenReport, 'tx'> & { actor: Actor };

/** The evidence that came with an application, and how the rest of it will be shown. */
export async function keepEvidence(report: SentReport, caseId: string): Promise<void> {
  const asked = evidenceAsked(report).map((piece) => ({ ...evidenceGiven(report, piece.id), piece }));
  if (asked.length === 0) return;
  const { tx, deps, actor } = report;
  const plans = Object.fromEntries(asked.flatMap(({ piece, how }) => (how ? [[piece.id, planOf(how)] as const] : [])));
  await beginEvidence(tx, deps.clock, actor, { caseId, plans });
  for (const { piece, how, fileIds, seenBy } of asked) {
    if (how === 'upload') {
      const sent = { case: caseId, piece: piece.id, fileIds, isWithApplication: true };
      const given = await giveEvidence(tx, deps.clock, actor, sent);
      if (!given.ok) throw new Error(`evidence ${piece.id} was taken by its page and is refused now: ${given.refusal}`);
    }
    if (how === 'seen') await keepSeen(report, { caseId, piece: piece.id, name: english(piece.name), seenBy });
  }
}

const planOf = (how: Planned | 'seen'): Planned => (how === 'seen' ? 'in-person' : how);

interface SeenPiece {
  caseId: string;
  piece: string;
  name: string;
  seenBy: { id: string; name: string } | undefined;
}

/** Whoever saw it marks it as seen; where somebody else sends the form, the case says who saw it. */
async function keepSeen({ tx, deps, actor }: SentReport, { caseId, piece, name, seenBy }: SeenPiece): Promise<void> {
  if (actor.type === 'staff' && actor.id === seenBy?.id) {
    const seen = await checkEvidence(tx, deps.clock, actor, { case: caseId, piece, how: 'seen' });
    if (seen.ok) return;
  }
  const text = `Shown in person to ${seenBy?.name ?? 'one of us'} while the form was filled in: ${name}.`;
  await noteOnCase(tx, deps.clock, systemActor(actor.councilId), {
    caseId,
    text,
    sourceId: `evidence-seen:${caseId}:${piece}`,
  });
}
