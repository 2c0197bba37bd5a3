import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type Begun, beginAccountSession } from './account-session.ts';
import type { Challenge } from './challenge-of.ts';
import { accountOfAddress, lockAddress, makeAccount } from './make-account.ts';
import { endRegistration, openRegistration } from './registrations.ts';
import { useChallenge } from './use-challenge.ts';

interface Enter {
  councilId: string;
  challenge: Challenge;
  oldToken: string | undefined;
  isDemo: boolean;
  /** Typed on the page after a code, where the address had no account and no name was given before. */
  name?: string;
}

type EnterResult = { ok: true; begun: Begun; isNew: boolean } | { ok: false; refusal: 'needs-name' | 'not-proven' };

/**
 * Go in with an address that has just been proven: to its account, or to a new one. A registration that was begun for
 * the address, on whatever day, by whomever, is finished by it.
 */
export async function enterByCode(tx: Tx, clock: Clock, enter: Enter): Promise<EnterResult> {
  const { councilId, challenge, isDemo } = enter;
  if (!challenge.isPassed || challenge.purpose !== 'sign-in') return { ok: false, refusal: 'not-proven' };
  await lockAddress(tx, councilId, challenge);
  const known = await accountOfAddress(tx, councilId, challenge);
  const registration = await openRegistration(tx, councilId, challenge.address);
  if (!known) return enterNew(tx, clock, enter, registration);
  if (known.isDemonstration && !isDemo) return { ok: false, refusal: 'not-proven' };
  if (!(await useChallenge(tx, clock, councilId, challenge.id))) return { ok: false, refusal: 'not-proven' };
  if (registration) {
    // Somebody registered who has an account: they are in it now, and are not followed up.
    const ended = { councilId, registrationId: registration.id, ending: 'finished', accountId: known.id } as const;
    await endRegistration(tx, clock, ended);
  }
  return goIn(tx, clock, enter, { accountId: known.id, hasSecondFactor: known.hasSecondFactor, isNew: false });
}

type OpenRegistration = Awaited<ReturnType<typeof openRegistration>>;

async function enterNew(tx: Tx, clock: Clock, enter: Enter, registration: OpenRegistration): Promise<EnterResult> {
  const { councilId, challenge } = enter;
  const name = registration?.name ?? enter.name;
  if (name === undefined) return { ok: false, refusal: 'needs-name' };
  if (!(await useChallenge(tx, clock, councilId, challenge.id))) return { ok: false, refusal: 'not-proven' };
  const how = registration
    ? { madeHow: registration.made_how, madeBy: registration.begun_by }
    : { madeHow: 'self' as const };
  const made = { name, proven: challenge, registrationId: registration?.id ?? null, ...how };
  const accountId = await makeAccount(tx, clock, systemActor(councilId), made);
  return goIn(tx, clock, enter, { accountId, hasSecondFactor: false, isNew: true });
}

interface GoIn {
  accountId: string;
  hasSecondFactor: boolean;
  isNew: boolean;
}

async function goIn(
  tx: Tx,
  clock: Clock,
  { councilId, oldToken }: Enter,
  { accountId, hasSecondFactor, isNew }: GoIn,
): Promise<EnterResult> {
  const begun = await beginAccountSession(tx, clock, { councilId, accountId, by: 'code', hasSecondFactor, oldToken });
  return { ok: true, begun, isNew };
}
