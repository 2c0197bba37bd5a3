import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Identity } from '#platform/oidc';
import { beginSession } from './begin-session.ts';
import { recordFailedSignIn, recordSignIn } from './record-sign-in.ts';
import { staffActor } from './staff-actor.ts';
import './tables.ts';

interface Command {
  councilId: string;
  identity: Identity;
  oldToken: string | undefined;
}

type SignedIn = { ok: true; token: string } | { ok: false; refusal: 'not-known' };

/**
 * Sign in whom the council's own provider vouches for: the person of that issuer and subject, or, the first time, the
 * joiner whose address the provider has verified. Nobody is made a member by it; a leaver is refused.
 */
export async function signInByIdentity(
  tx: Tx,
  clock: Clock,
  { councilId, identity, oldToken }: Command,
): Promise<SignedIn> {
  const known = (await memberOfSubject(tx, councilId, identity)) ?? (await linkJoiner(tx, clock, councilId, identity));
  const actor = known && (await staffActor(tx, councilId, known.staffId));
  if (!actor) {
    await recordFailedSignIn(tx, clock, councilId, { staffId: known?.staffId ?? null, because: 'single-sign-on' });
    return { ok: false, refusal: 'not-known' };
  }
  await tx
    .updateTable('staff_members')
    .set((eb) => ({ accepted_at: eb.fn.coalesce('accepted_at', eb.val(clock.now())) }))
    .where('council_id', '=', councilId)
    .where('id', '=', actor.id)
    .execute();
  await recordSignIn(tx, clock, actor, 'single-sign-on');
  return {
    ok: true,
    token: await beginSession(tx, clock, councilId, { staffId: actor.id, step: 'complete', oldToken }),
  };
}

async function memberOfSubject(
  tx: Tx,
  councilId: string,
  { issuer, subject }: Identity,
): Promise<{ staffId: string } | undefined> {
  return members(tx, councilId)
    .where('people.oidc_issuer', '=', issuer)
    .where('people.oidc_subject', '=', subject)
    .executeTakeFirst();
}

async function linkJoiner(
  tx: Tx,
  clock: Clock,
  councilId: string,
  { issuer, subject, verifiedEmail }: Identity,
): Promise<{ staffId: string } | undefined> {
  if (verifiedEmail === null) return undefined;
  const joiner = await members(tx, councilId)
    .select('people.id as personId')
    .where((eb) => eb(eb.fn<string>('lower', ['people.email']), '=', verifiedEmail.toLowerCase()))
    .where('people.oidc_subject', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!joiner) return undefined;
  await tx
    .updateTable('people')
    .set({ oidc_issuer: issuer, oidc_subject: subject })
    .where('id', '=', joiner.personId)
    .execute();
  const actor = await staffActor(tx, councilId, joiner.staffId);
  if (actor)
    await recordAct(tx, clock, actor, {
      act: 'staff.single-sign-on-linked',
      subjectType: 'staff',
      subjectId: actor.id,
    });
  return joiner;
}

function members(tx: Tx, councilId: string) {
  return tx
    .selectFrom('people')
    .innerJoin('staff_members', 'staff_members.person_id', 'people.id')
    .select('staff_members.id as staffId')
    .where('staff_members.council_id', '=', councilId)
    .where('staff_members.left_at', 'is', null)
    .where('staff_members.is_demonstration', '=', false);
}
