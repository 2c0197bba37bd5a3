import { makeLink, openLink, revokeLinks, spendLink } from '#modules/staff';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type Begun, beginAccountSession } from './account-session.ts';
import { lockAddress, makeAccount } from './make-account.ts';
import './tables.ts';

const PURPOSE = 'account-registration';
const GOOD_FOR_DAYS = 7;

/** A path, sent to the address that somebody gave, that finishes their registration. The one before it is void. */
export async function registrationPath(
  tx: Tx,
  clock: Clock,
  councilId: string,
  registrationId: string,
): Promise<string> {
  await revokeLinks(tx, clock, councilId, { purpose: PURPOSE, subjectId: registrationId });
  const expiresAt = new Date(clock.now().getTime() + GOOD_FOR_DAYS * 86_400_000);
  const to = { purpose: PURPOSE, subjectType: 'account-registration', subjectId: registrationId };
  return `/account/register/go-on/${await makeLink(tx, clock, { councilId, ...to, expiresAt })}`;
}

interface LinkOf {
  councilId: string;
  token: string;
}

/** Whose registration a link would finish; undefined where it does nothing any more. */
export async function registrationOfLink(tx: Tx, clock: Clock, { councilId, token }: LinkOf) {
  const link = await openLink(tx, clock, councilId, { token, purpose: PURPOSE });
  if (!link) return undefined;
  return tx
    .selectFrom('account_registrations')
    .selectAll()
    .where('council_id', '=', councilId)
    .where('id', '=', link.subjectId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

/** Finish a registration from the mailbox that it was begun for: that mailbox is the proof. */
export async function finishByLink(
  tx: Tx,
  clock: Clock,
  { councilId, token, oldToken }: LinkOf & { oldToken: string | undefined },
): Promise<Begun | undefined> {
  const begun = await registrationOfLink(tx, clock, { councilId, token });
  if (!begun) return undefined;
  await lockAddress(tx, councilId, begun);
  if (!(await spendLink(tx, clock, councilId, { token, purpose: PURPOSE, subjectId: begun.id }))) return undefined;
  const accountId = await makeAccount(tx, clock, systemActor(councilId), {
    name: begun.name,
    proven: begun,
    madeHow: begun.made_how,
    madeBy: begun.begun_by,
    registrationId: begun.id,
  });
  return beginAccountSession(tx, clock, { councilId, accountId, by: 'code', hasSecondFactor: false, oldToken });
}
