import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { may } from './permissions.ts';
import './tables.ts';

type Revoked = { ok: true } | { ok: false; refusal: 'not-allowed' | 'not-found' };

/** Make a token worthless from now on. */
export async function revokeApiToken(tx: Tx, clock: Clock, actor: ActorRef, { id }: { id: string }): Promise<Revoked> {
  if (!may(actor, 'manage-tokens')) return { ok: false, refusal: 'not-allowed' };
  const revoked = await tx
    .updateTable('api_tokens')
    .set({ revoked_at: clock.now() })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!revoked) return { ok: false, refusal: 'not-found' };
  await recordAct(tx, clock, actor, { act: 'token.revoked', subjectType: 'token', subjectId: id });
  return { ok: true };
}
