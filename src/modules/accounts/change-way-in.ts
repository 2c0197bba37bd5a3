import { customerReaches, endReach, proveReach } from '#modules/customers';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publish } from '#platform/outbox';
import type { AccountActor } from './actor.ts';
import type { Challenge } from './challenge-of.ts';
import { accountOfAddress, lockAddress } from './make-account.ts';
import type { CodeAddress } from './read-address.ts';
import { useChallenge } from './use-challenge.ts';
import './tables.ts';

type ChangeWayInResult =
  /** `old` is what it was before, to be told of the change; null where there was none. */
  { ok: true; old: CodeAddress | null } | { ok: false; refusal: 'not-proven' | 'taken' };

/**
 * Take a new email address or mobile, once a code proved it: for signing in, and as the way to be reached by every
 * service. The old one is ended, not forgotten.
 */
export async function changeWayIn(
  tx: Tx,
  clock: Clock,
  actor: AccountActor,
  challenge: Challenge,
): Promise<ChangeWayInResult> {
  const { councilId } = actor;
  const isTheirs = challenge.isPassed && challenge.purpose === 'address' && challenge.accountId === actor.id;
  if (!isTheirs || !(await useChallenge(tx, clock, councilId, challenge.id)))
    return { ok: false, refusal: 'not-proven' };
  await lockAddress(tx, councilId, challenge);
  const holder = await accountOfAddress(tx, councilId, challenge);
  if (holder && holder.id !== actor.id) return { ok: false, refusal: 'taken' };
  const old = await replaceWayIn(tx, actor, challenge);
  await replaceReach(tx, clock, actor, { old, proven: challenge });
  const detail = { facts: [challenge.channel === 'email' ? 'email' : 'mobile'] };
  await recordAct(tx, clock, actor, {
    act: 'account.way-in-changed',
    subjectType: 'account',
    subjectId: actor.id,
    detail,
  });
  await publish(tx, clock, actor, { type: 'customer.changed', subjectType: 'customer', subjectId: actor.customerId });
  return { ok: true, old };
}

async function replaceWayIn(
  tx: Tx,
  { councilId, id }: AccountActor,
  { channel, address }: CodeAddress,
): Promise<CodeAddress | null> {
  const column = channel === 'email' ? 'email' : 'mobile';
  const before = await tx
    .selectFrom('accounts')
    .select(column)
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('accounts')
    .set({ [column]: address })
    .where('council_id', '=', councilId)
    .where('id', '=', id)
    .execute();
  const old = before[column];
  return old === null || old === address ? null : { channel, address: old };
}

interface Replaced {
  old: CodeAddress | null;
  proven: CodeAddress;
}

async function replaceReach(tx: Tx, clock: Clock, actor: AccountActor, { old, proven }: Replaced): Promise<void> {
  const { councilId, customerId, clusterId } = actor;
  const kind = proven.channel === 'email' ? 'email' : 'phone';
  await proveReach(tx, clock, actor, { customerId, kind, value: proven.address });
  if (!old) return;
  const reaches = await customerReaches(tx, councilId, clusterId);
  for (const { id, key, customerId: whose } of reaches) {
    if (key === old.address && whose === customerId) await endReach(tx, clock, actor, { customerId, reachId: id });
  }
}
