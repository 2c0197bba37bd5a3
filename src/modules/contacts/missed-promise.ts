import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';

/** The oldest promise on a case that was missed, or is past its due time and not yet settled; null where all hold. */
export async function missedPromiseOf(tx: Tx, clock: Clock, councilId: string, caseId: string): Promise<string | null> {
  const promise = await tx
    .selectFrom('promises')
    .select('id')
    .where('council_id', '=', councilId)
    .where('subject_id', '=', caseId)
    .where('subject_type', '=', 'case')
    .where((eb) =>
      eb.or([
        eb('outcome', '=', 'missed'),
        eb.and([eb('outcome', 'is', null), eb('paused_at', 'is', null), eb('due_at', '<', clock.now())]),
      ]),
    )
    .orderBy('due_at')
    .executeTakeFirst();
  return promise?.id ?? null;
}
