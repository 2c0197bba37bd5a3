import { hashPassword, passwordProblem } from '#modules/staff';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import { type Db, inCouncil } from '#platform/db';
import { endOtherSessions } from './account-session.ts';
import type { AccountActor } from './actor.ts';
import './tables.ts';

type SetResult = { ok: true } | { ok: false; problem: string };

interface SetPassword {
  password: string;
  /** The session that goes on; every other one of the account ends. */
  token: string | undefined;
}

/** Choose a password, or another one. Nobody needs one: a code always works. The problem says what to do. */
export async function setPassword(
  db: Db,
  clock: Clock,
  actor: AccountActor,
  { password, token }: SetPassword,
): Promise<SetResult> {
  const { councilId, id, name } = actor;
  const row = await inCouncil(db, councilId, (tx) =>
    tx
      .selectFrom('accounts')
      .select('email')
      .where('council_id', '=', councilId)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  const problem = passwordProblem(password, { email: row?.email ?? '', name });
  if (problem !== null) return { ok: false, problem };
  const password_hash = await hashPassword(password);
  await inCouncil(db, councilId, async (tx) => {
    await tx
      .updateTable('accounts')
      .set({ password_hash })
      .where('council_id', '=', councilId)
      .where('id', '=', id)
      .execute();
    await endOtherSessions(tx, clock, actor, token);
    await recordAct(tx, clock, actor, { act: 'account.password-set', subjectType: 'account', subjectId: id });
  });
  return { ok: true };
}
