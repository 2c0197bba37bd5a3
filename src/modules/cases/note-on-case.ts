import type { SystemActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { touchCase } from './touch-case.ts';
import { writeEntry } from './write-entry.ts';

interface NoteOnCase {
  caseId: string;
  text: string;
  /** The same source id twice is the same note. */
  sourceId: string;
}

/** Something that a rule of the house found, for whoever answers for the case. */
export async function noteOnCase(
  tx: Tx,
  clock: Clock,
  actor: SystemActor,
  { caseId, ...note }: NoteOnCase,
): Promise<void> {
  await writeEntry(tx, clock, actor, { caseId, kind: 'note', audience: 'staff', ...note });
  await touchCase(tx, clock, { council_id: actor.councilId, id: caseId });
}
