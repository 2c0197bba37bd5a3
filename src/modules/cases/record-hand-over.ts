import type { SystemActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { findCase } from './find-case.ts';
import { touchCase } from './touch-case.ts';
import { writeEntry } from './write-entry.ts';

interface HandOverNews {
  caseId: string;
  /** `customer`: what the resident may read of it; `staff`: for whoever answers for the case. */
  audience: 'customer' | 'staff';
  text: string;
  data?: Record<string, unknown>;
  /** The same source id twice is the same news. */
  sourceId: string;
}

/**
 * Put what a destination said, or what became of handing over to it, into the story of a case, whether it has ended or
 * not, and keep its next date in step with its promises. Nothing where the case is gone.
 */
export async function recordHandOver(tx: Tx, clock: Clock, actor: SystemActor, news: HandOverNews): Promise<void> {
  const itsCase = await findCase(tx, actor.councilId, news.caseId);
  if (!itsCase) return;
  await writeEntry(tx, clock, actor, { kind: 'hand-over', ...news });
  await touchCase(tx, clock, itsCase);
}
