import { may, type StaffActor } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { settleMessage } from './settle-message.ts';
import { RETRIED_STATES } from './tables.ts';

/** As many as one list shows. */
const MOST = 50;

export type PostLettersResult =
  | { ok: true; posted: number }
  | { ok: false; refusal: 'not-allowed' | 'nothing-chosen' | 'too-many' | 'none-waiting' };

/**
 * Somebody printed these letters and put them into the post: they are sent now, and what they promise is told. Those that
 * a colleague has posted meanwhile are left as they are.
 */
export async function postLetters(
  tx: Tx,
  clock: Clock,
  actor: StaffActor,
  { messageIds }: { messageIds: readonly string[] },
): Promise<PostLettersResult> {
  if (!may(actor, 'see-outbox')) return { ok: false, refusal: 'not-allowed' };
  if (messageIds.length === 0) return { ok: false, refusal: 'nothing-chosen' };
  if (messageIds.length > MOST) return { ok: false, refusal: 'too-many' };
  const letters = await claim(tx, clock, actor, messageIds);
  for (const message of letters) {
    const result = { ok: true, provider: 'post', providerId: null } as const;
    await settleMessage(tx, clock, actor, { claimed: { message, fromName: '' }, result });
    await recordAct(tx, clock, actor, { act: 'message.posted', subjectType: 'message', subjectId: message.id });
  }
  return letters.length === 0 ? { ok: false, refusal: 'none-waiting' } : { ok: true, posted: letters.length };
}

function claim(tx: Tx, clock: Clock, { councilId }: StaffActor, ids: readonly string[]) {
  return tx
    .updateTable('messages')
    .set((eb) => ({ state: 'sending', claimed_at: clock.now(), attempts: eb('attempts', '+', 1) }))
    .where('council_id', '=', councilId)
    .where('channel', '=', 'letter')
    .where('state', 'in', RETRIED_STATES)
    .where('id', 'in', [...ids])
    .returningAll()
    .execute();
}
