import { normalisePostcode } from '#modules/places';
import type { ActorRef } from '#platform/actor';
import { recordAct } from '#platform/audit';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { publish } from '#platform/outbox';
import { type Match, matchCustomer } from './match-customer.ts';
import { mayWriteCustomers } from './policy.ts';
import { insertReach, makePreferred, type NewReach, type ReachRefusal, readReach } from './reaches.ts';
import { writeKeys } from './write-keys.ts';

/** What a record says of somebody; ways to reach them are apart, since they come and go. */
export interface CustomerDetails {
  kind?: 'person' | 'organisation';
  /** resident, business, landlord, councillor … (D-19) */
  type?: string;
  name: string;
  givenName?: string | null;
  familyName?: string | null;
  /** YYYY-MM-DD */
  bornOn?: string | null;
  uprn?: number | null;
  address?: string | null;
  postcode?: string | null;
  language?: string | null;
  interpreter?: boolean;
  accessNeed?: string | null;
}

interface RegisterCustomer extends CustomerDetails {
  reaches: readonly NewReach[];
  /** Where the record came from: phone, web, import … */
  source: string;
  /** The likely matches that somebody looked at and found to be other people. */
  notTheseIds?: readonly string[];
  emailAsked?: boolean;
}

export type DetailsRefusal = 'not-allowed' | 'no-name' | 'not-a-postcode' | 'not-a-date';
export type RegisterResult =
  | { ok: true; customerId: string }
  | { ok: false; refusal: DetailsRefusal | ReachRefusal }
  | { ok: false; refusal: 'may-be-known'; matches: Match[] };

/**
 * Put somebody on record, because somebody saved it. Likely matches that nobody has looked at are shown first: the
 * refusal `may-be-known` carries them with their reasons, and their ids in `notTheseIds` say "none of these".
 */
export async function registerCustomer(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  command: RegisterCustomer,
): Promise<RegisterResult> {
  if (!mayWriteCustomers(actor)) return { ok: false, refusal: 'not-allowed' };
  const details = readDetails(command);
  if (!details.ok) return details;
  const reaches = command.reaches.map((reach) => ({ ...readReach(reach), isPreferred: reach.isPreferred ?? false }));
  for (const reach of reaches) if (!reach.ok) return { ok: false, refusal: reach.refusal };
  const matches = await unseenMatches(tx, actor.councilId, command);
  if (matches.length > 0) return { ok: false, refusal: 'may-be-known', matches };
  const customerId = await insertCustomer(tx, clock, actor, {
    ...details.columns,
    source: command.source,
    emailAsked: command.emailAsked ?? false,
  });
  for (const reach of reaches) {
    if (!reach.ok) continue;
    const reachId = await insertReach(tx, clock, actor, { ...reach, customerId });
    if (reach.isPreferred) await makePreferred(tx, actor.councilId, customerId, reachId);
  }
  await writeKeys(tx, actor.councilId, customerId);
  await recordAct(tx, clock, actor, { act: 'customer.registered', subjectType: 'customer', subjectId: customerId });
  await publish(tx, clock, actor, { type: 'customer.registered', subjectType: 'customer', subjectId: customerId });
  return { ok: true, customerId };
}

async function unseenMatches(tx: Tx, councilId: string, command: RegisterCustomer): Promise<Match[]> {
  const { reaches, notTheseIds = [] } = command;
  const values = (kind: NewReach['kind']) => reaches.filter((reach) => reach.kind === kind).map(({ value }) => value);
  const matches = await matchCustomer(tx, councilId, { ...command, phones: values('phone'), emails: values('email') });
  return matches.filter(({ likeness, customer }) => likeness === 'likely' && !notTheseIds.includes(customer.id));
}

type Columns = ReturnType<typeof columnsOf>;

/** The details as columns, or why they cannot be kept. */
export function readDetails(
  details: CustomerDetails,
): { ok: true; columns: Columns } | { ok: false; refusal: DetailsRefusal } {
  if (details.name.trim() === '') return { ok: false, refusal: 'no-name' };
  const postcode = details.postcode ? normalisePostcode(details.postcode) : null;
  if (postcode && !postcode.ok) return { ok: false, refusal: 'not-a-postcode' };
  if (details.bornOn && !isDate(details.bornOn)) return { ok: false, refusal: 'not-a-date' };
  return { ok: true, columns: columnsOf(details, postcode?.postcode ?? null) };
}

function columnsOf(details: CustomerDetails, postcode: string | null) {
  const { kind = 'person', type = 'resident', interpreter = false } = details;
  const { givenName = null, familyName = null, bornOn = null, uprn = null, address = null } = details;
  return {
    kind,
    type,
    name: details.name.trim().replace(/\s+/g, ' '),
    given_name: givenName,
    family_name: familyName,
    born_on: bornOn,
    uprn,
    address,
    postcode,
    language: details.language ?? null,
    interpreter,
    access_need: details.accessNeed ?? null,
  };
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return DATE.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

async function insertCustomer(
  tx: Tx,
  clock: Clock,
  actor: ActorRef,
  { source, emailAsked, ...columns }: Columns & { source: string; emailAsked: boolean },
): Promise<string> {
  const id = newId(clock);
  const now = clock.now();
  await tx
    .insertInto('customers')
    .values({
      council_id: actor.councilId,
      id,
      cluster_id: id,
      ...columns,
      source,
      email_asked_at: emailAsked ? now : null,
      password_word_hash: null,
      made_at: now,
      made_by: actor.type === 'staff' ? actor.id : null,
      updated_at: now,
    })
    .execute();
  return id;
}
