import { emailKey, type Match, matchCustomer, phoneKey, proveReach, registerCustomer } from '#modules/customers';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { CodeAddress } from './read-address.ts';
import './tables.ts';

interface Person {
  councilId: string;
  name: string;
  /** What they have proven to be theirs; none where an identity provider vouched for them. */
  proven: CodeAddress | null;
  kind?: 'person' | 'organisation';
}

/**
 * The customer record of a new account. A record that is there already is taken only where it holds the very address
 * that was proven, the name agrees, nobody else is meant and no other account has it; anything less makes a record of
 * its own, which staff may merge with its reasons before them. Nothing of this is ever said to the person.
 */
export async function customerForAccount(tx: Tx, clock: Clock, person: Person): Promise<string> {
  const { councilId, name, proven } = person;
  const facts = { name, emails: valuesOf(proven, 'email'), phones: valuesOf(proven, 'sms') };
  const matches = await matchCustomer(tx, councilId, facts);
  const known = proven ? await theOneKnown(tx, councilId, matches, proven) : undefined;
  const customerId = known ?? (await newCustomer(tx, clock, person, matches));
  if (proven) {
    const kind = proven.channel === 'email' ? 'email' : 'phone';
    await proveReach(tx, clock, systemActor(councilId), { customerId, kind, value: proven.address });
  }
  return customerId;
}

function valuesOf(proven: CodeAddress | null, channel: CodeAddress['channel']): string[] {
  return proven?.channel === channel ? [proven.address] : [];
}

async function theOneKnown(
  tx: Tx,
  councilId: string,
  matches: readonly Match[],
  proven: CodeAddress,
): Promise<string | undefined> {
  const sure = matches.filter(({ likeness, customer }) => likeness === 'likely' && holds(customer, proven));
  const clusters = new Set(sure.map(({ customer }) => customer.clusterId));
  const [clusterId] = clusters;
  if (clusterId === undefined || clusters.size > 1) return undefined;
  const taken = await tx
    .selectFrom('accounts as a')
    .innerJoin('customers as c', (join) =>
      join.onRef('c.council_id', '=', 'a.council_id').onRef('c.id', '=', 'a.customer_id'),
    )
    .select('a.id')
    .where('a.council_id', '=', councilId)
    .where('c.cluster_id', '=', clusterId)
    .where('a.closed_at', 'is', null)
    .executeTakeFirst();
  return taken ? undefined : sure[0]?.customer.id;
}

function holds({ emails, phones }: Match['customer'], { channel, address }: CodeAddress): boolean {
  if (channel === 'email') return emails.some((email) => emailKey(email) === address);
  return phones.some((phone) => phoneKey(phone) === address);
}

async function newCustomer(
  tx: Tx,
  clock: Clock,
  { councilId, name, kind = 'person' }: Person,
  matches: readonly Match[],
): Promise<string> {
  const made = await registerCustomer(tx, clock, systemActor(councilId), {
    kind,
    name,
    reaches: [],
    source: 'account',
    notTheseIds: matches.map(({ customer }) => customer.id),
  });
  if (!made.ok) throw new Error(`an account could not be put on record: ${made.refusal}`);
  return made.customerId;
}
