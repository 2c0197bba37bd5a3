import type { ActorRef } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { linkEntryFiles } from './link-entry-files.ts';
import './tables.ts';

/** What an entry of the story is; facts stand in `data` under names, never folded into the text. */
export const ENTRY_KINDS = [
  'opened',
  'new-fact',
  'change',
  'worse',
  'cancel',
  'question',
  'note',
  'chase',
  'asked',
  'answered',
  'assigned',
  'moved',
  'job',
  'promise',
  'repeat',
  'joined',
  'ended',
  'reopened',
  'confirmed',
  'status',
  'hand-over',
  'decision',
  'claim-day',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export interface NewEntry {
  caseId: string;
  kind: EntryKind;
  /** `customer`: those concerned and staff. `public`: everyone. `staff`: nobody else. */
  audience: 'public' | 'customer' | 'staff';
  text: string;
  data?: Record<string, unknown>;
  contactId?: string | null | undefined;
  jobId?: string | null;
  /** The same source id twice on one case is the same entry. */
  sourceId?: string | null | undefined;
}

/** Add to the story of a case. Returns the entry's id, or undefined where this source id was written before. */
export async function writeEntry(tx: Tx, clock: Clock, actor: ActorRef, entry: NewEntry): Promise<string | undefined> {
  const row = await tx
    .insertInto('case_entries')
    .values({
      council_id: actor.councilId,
      id: newId(clock),
      case_id: entry.caseId,
      at: clock.now(),
      kind: entry.kind,
      audience: entry.audience,
      text: entry.text,
      data: JSON.stringify(entry.data ?? {}),
      actor_type: actor.type,
      actor_id: actor.id,
      actor_name: actor.name,
      contact_id: entry.contactId ?? null,
      job_id: entry.jobId ?? null,
      source_id: entry.sourceId ?? null,
    })
    .onConflict((conflict) =>
      conflict.columns(['council_id', 'case_id', 'source_id']).where('source_id', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (row) await linkEntryFiles(tx, clock, actor, entry);
  return row?.id;
}
