import { endSession, endSessionsOfSubject, openSession } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { hashToken } from '#platform/ids';
import type { AccountActor } from './actor.ts';
import './tables.ts';

/** How somebody showed who they are. */
export type SignInWay =
  | 'code'
  | 'password'
  | 'second-factor'
  | 'recovery-code'
  | 'one-login'
  | 'staff-link'
  | 'demonstration';

interface BeginSession {
  councilId: string;
  accountId: string;
  by: SignInWay;
  hasSecondFactor: boolean;
  /** The cookie that came with the request: that session ends. */
  oldToken: string | undefined;
  /** Of the identity provider through which somebody came: signing out there needs it. */
  idToken?: string;
}

export interface Begun {
  token: string;
  /** `second-factor` opens the page that asks for it and nothing else. */
  step: 'complete' | 'second-factor';
}

/** Open a session for an account; with a second factor set up, one that can do nothing but go on to it. */
export async function beginAccountSession(tx: Tx, clock: Clock, begin: BeginSession): Promise<Begun> {
  const { councilId, accountId, by, oldToken } = begin;
  if (oldToken !== undefined) await endSession(tx, clock, councilId, hashToken(oldToken));
  const step = begin.hasSecondFactor ? 'second-factor' : 'complete';
  const session = { councilId, kind: 'customer', subjectId: accountId, step } as const;
  const data = {
    isDemonstration: by === 'demonstration',
    ...(begin.idToken !== undefined && { idToken: begin.idToken }),
  };
  const token = await openSession(tx, clock, { ...session, data });
  if (step === 'complete') await noteEntry(tx, clock, { councilId, accountId, by });
  return { token, step };
}

async function noteEntry(
  tx: Tx,
  clock: Clock,
  { councilId, accountId, by }: Pick<BeginSession, 'councilId' | 'accountId' | 'by'>,
): Promise<void> {
  const now = clock.now();
  const { name } = await tx
    .updateTable('accounts')
    .set((eb) => ({ last_in_at: now, first_in_at: eb.fn.coalesce('first_in_at', eb.val(now)) }))
    .where('council_id', '=', councilId)
    .where('id', '=', accountId)
    .returning('name')
    .executeTakeFirstOrThrow();
  const actor = { councilId, type: 'customer', id: accountId, name } as const;
  await recordAct(tx, clock, actor, {
    act: 'account.signed-in',
    subjectType: 'account',
    subjectId: accountId,
    detail: { by },
  });
}

/** End every session of an account at once: it is closed. */
export async function endAccountSessions(tx: Tx, clock: Clock, councilId: string, accountId: string): Promise<void> {
  await endSessionsOfSubject(tx, clock, councilId, { kind: 'customer', subjectId: accountId });
}

/** End every session but this one: what opens the account has changed, and whoever else was in may be somebody else. */
export async function endOtherSessions(
  tx: Tx,
  clock: Clock,
  { councilId, id }: AccountActor,
  token: string | undefined,
): Promise<void> {
  await endSessionsOfSubject(tx, clock, councilId, { kind: 'customer', subjectId: id, but: token });
}
