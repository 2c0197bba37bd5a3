import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { hashToken, newId, newToken } from '#platform/ids';
import type { MachineRole } from './actor.ts';
import { may } from './permissions.ts';
import './tables.ts';

export interface CreateApiToken {
  /** Who or what will use it, as the audit shows it: "FixMyStreet". */
  name: string;
  role: MachineRole;
  /** Absent: until it is revoked. */
  expiresAt?: Date;
}

export type TokenRefusal = 'not-allowed' | 'no-name' | 'over-already';
type Created = { ok: true; id: string; token: string } | { ok: false; refusal: TokenRefusal };

/** Make a token for a program, bound to this council and one role. It is shown once; only its hash is kept. */
export async function createApiToken(tx: Tx, clock: Clock, actor: ActorRef, command: CreateApiToken): Promise<Created> {
  if (!may(actor, 'manage-tokens')) return { ok: false, refusal: 'not-allowed' };
  const name = command.name.trim();
  if (name === '') return { ok: false, refusal: 'no-name' };
  if (command.expiresAt && command.expiresAt <= clock.now()) return { ok: false, refusal: 'over-already' };
  const id = newId(clock);
  const token = `fd_${newToken()}`;
  await tx
    .insertInto('api_tokens')
    .values({
      council_id: actor.councilId,
      id,
      token_hash: hashToken(token),
      name,
      role: command.role,
      made_at: clock.now(),
      made_by: actor.name,
      expires_at: command.expiresAt ?? null,
      revoked_at: null,
    })
    .execute();
  const detail = { name, role: command.role, expiresAt: command.expiresAt ?? null };
  await recordAct(tx, clock, actor, { act: 'token.created', subjectType: 'token', subjectId: id, detail });
  return { ok: true, id, token };
}
