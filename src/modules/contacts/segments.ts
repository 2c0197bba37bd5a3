import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { SegmentKind } from './words.ts';

interface Segment {
  contactId: string;
  staffId: string | null;
  kind: SegmentKind;
  toTeamId?: string;
  reason?: string;
}

export async function openSegment(tx: Tx, clock: Clock, councilId: string, segment: Segment): Promise<void> {
  await tx
    .insertInto('contact_segments')
    .values({
      council_id: councilId,
      id: newId(clock),
      contact_id: segment.contactId,
      staff_id: segment.staffId,
      kind: segment.kind,
      started_at: clock.now(),
      to_team_id: segment.toTeamId ?? null,
      reason: segment.reason ?? null,
    })
    .execute();
}

export async function closeSegments(tx: Tx, clock: Clock, councilId: string, contactId: string): Promise<void> {
  await tx
    .updateTable('contact_segments')
    .set({ ended_at: clock.now() })
    .where('council_id', '=', councilId)
    .where('contact_id', '=', contactId)
    .where('ended_at', 'is', null)
    .execute();
}

/** Seconds that people spent on a contact: talking and writing up, not the caller's time on hold or in a queue. */
export async function handlingSeconds(tx: Tx, councilId: string, contactId: string): Promise<number> {
  const segments = await tx
    .selectFrom('contact_segments')
    .select(['started_at', 'ended_at'])
    .where('council_id', '=', councilId)
    .where('contact_id', '=', contactId)
    .where('kind', 'in', ['handling', 'wrap-up'])
    .execute();
  const milliseconds = segments.reduce(
    (total, { started_at, ended_at }) => total + (ended_at ? ended_at.getTime() - started_at.getTime() : 0),
    0,
  );
  return Math.round(milliseconds / 1_000);
}
