import { chargeAttempt, forgetAttempts, passwordFits, refundAttempt } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import { type Db, inCouncil, type Tx } from '#platform/db';
import { type Begun, beginAccountSession } from './account-session.ts';
import type { CodeAddress } from './read-address.ts';
import './tables.ts';

interface Typed extends CodeAddress {
  password: string;
  oldToken: string | undefined;
  isDemo: boolean;
}

type PasswordResult =
  | { ok: true; begun: Begun }
  | { ok: false; refusal: 'not-recognised' }
  | { ok: false; refusal: 'locked'; until: Date };

/**
 * Sign in with the password that somebody chose to have. No account, no password, a wrong one: the same answer after the
 * same work, done between two transactions so that it holds no connection.
 */
export async function signInToAccount(db: Db, clock: Clock, councilId: string, typed: Typed): Promise<PasswordResult> {
  const who = attemptsOf(typed.address);
  const asked = await inCouncil(db, councilId, async (tx) => ({
    charge: await chargeAttempt(tx, clock, councilId, who),
    account: await accountWithPassword(tx, councilId, typed),
  }));
  if (!asked.charge.ok) return { ok: false, refusal: 'locked', until: asked.charge.until };
  const { account } = asked;
  const fits = await passwordFits(account?.passwordHash ?? null, typed.password);
  return inCouncil(db, councilId, async (tx) => {
    if (!account || !fits) {
      const actor = { councilId, type: 'public', id: null, name: 'somebody at the sign-in page' } as const;
      const about = { subjectType: 'account', subjectId: account?.id ?? null };
      await recordAct(tx, clock, actor, { act: 'account.sign-in-failed', ...about, detail: { because: 'password' } });
      return { ok: false, refusal: 'not-recognised' };
    }
    const { id: accountId, hasSecondFactor } = account;
    await (hasSecondFactor ? refundAttempt : forgetAttempts)(tx, councilId, who);
    const session = { councilId, accountId, by: 'password', hasSecondFactor, oldToken: typed.oldToken } as const;
    return { ok: true, begun: await beginAccountSession(tx, clock, session) };
  });
}

/** Attempts at accounts are counted apart from those at the desk: one person may have both with one address. */
function attemptsOf(address: string): string {
  return `account:${address}`;
}

async function accountWithPassword(tx: Tx, councilId: string, { channel, address, isDemo }: Typed) {
  const row = await tx
    .selectFrom('accounts')
    .select(['id', 'password_hash', 'totp_confirmed_at'])
    .where('council_id', '=', councilId)
    .where(channel === 'email' ? 'email' : 'mobile', '=', address)
    .where('closed_at', 'is', null)
    .$if(!isDemo, (query) => query.where('is_demonstration', '=', false))
    .executeTakeFirst();
  return row && { id: row.id, passwordHash: row.password_hash, hasSecondFactor: row.totp_confirmed_at !== null };
}
