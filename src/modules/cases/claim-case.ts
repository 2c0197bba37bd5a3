import { phoneKey } from '#modules/customers';
import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { addParties } from './add-parties.ts';
import './tables.ts';

interface ClaimCase {
  /** As `readReference` gives it. */
  reference: string;
  customerId: string;
  /** The email address or phone number that was given with it; null where its one-time link was opened. */
  fact: string | null;
}

type ClaimResult = { ok: true; caseId: string } | { ok: false; refusal: 'not-found' | 'not-proven' };

/**
 * Take a case that was made without an account into one, by its reference and a fact that only its customer gave. A
 * postcode is no such fact: neighbours know it. The door limits how often it may be tried.
 */
export async function claimCase(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { reference, customerId, fact }: ClaimCase,
): Promise<ClaimResult> {
  const itsCase = await tx
    .selectFrom('cases')
    .select('id')
    .where('council_id', '=', actor.councilId)
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  const parties = await concernedParties(tx, actor.councilId, itsCase.id);
  if (parties.some((party) => party.customer_id === customerId)) return { ok: true, caseId: itsCase.id };
  const party = parties.find((one) => fact === null || gave(one, fact));
  if (!party) return { ok: false, refusal: 'not-proven' };
  await join(tx, clock, actor, { caseId: itsCase.id, customerId, party });
  const about = { subjectType: 'case', subjectId: itsCase.id };
  await recordAct(tx, clock, actor, { act: 'case.claimed', ...about, detail: { by: fact === null ? 'link' : 'fact' } });
  return { ok: true, caseId: itsCase.id };
}

export interface ClaimableCase {
  reference: string;
  title: string;
  openedAt: Date;
}

/** Cases that nobody has in an account and that were made with one of these proven addresses, newest first. */
export function claimableCases(tx: Tx, councilId: string, addresses: readonly string[]): Promise<ClaimableCase[]> {
  if (addresses.length === 0) return Promise.resolve([]);
  return tx
    .selectFrom('case_parties as p')
    .innerJoin('cases as c', (both) => both.onRef('c.council_id', '=', 'p.council_id').onRef('c.id', '=', 'p.case_id'))
    .select(['c.reference', 'c.title', 'c.opened_at as openedAt'])
    .where('p.council_id', '=', councilId)
    .where('p.email', 'in', [...addresses])
    .where('p.customer_id', 'is', null)
    .where('p.role', '=', 'requester')
    .where('p.ended_at', 'is', null)
    .orderBy('c.opened_at', 'desc')
    .limit(20)
    .execute();
}

interface Party {
  id: string;
  customer_id: string | null;
  email: string | null;
  phone: string | null;
}

function concernedParties(tx: Tx, councilId: string, caseId: string): Promise<Party[]> {
  return tx
    .selectFrom('case_parties')
    .select(['id', 'customer_id', 'email', 'phone'])
    .where('council_id', '=', councilId)
    .where('case_id', '=', caseId)
    .where('role', 'in', ['requester', 'subject'])
    .where('ended_at', 'is', null)
    .orderBy('added_at')
    .execute();
}

function gave({ email, phone }: Party, fact: string): boolean {
  const typed = fact.trim().toLowerCase();
  const number = phoneKey(fact);
  return (typed !== '' && email === typed) || (number !== null && phone !== null && phoneKey(phone) === number);
}

interface Joined {
  caseId: string;
  customerId: string;
  party: Party;
}

/** Somebody whom staff saved is on it already: the account's record joins beside it, and is not written to twice. */
async function join(tx: Tx, clock: Clock, actor: ActorRef, { caseId, customerId, party }: Joined): Promise<void> {
  if (party.customer_id !== null) {
    const { email, phone } = party;
    const beside = { role: 'requester', customerId, email, phone, wantsUpdates: false } as const;
    await addParties(tx, clock, { councilId: actor.councilId, caseId }, [beside]);
    return;
  }
  await tx
    .updateTable('case_parties')
    .set({ customer_id: customerId })
    .where('council_id', '=', actor.councilId)
    .where('id', '=', party.id)
    .execute();
}
