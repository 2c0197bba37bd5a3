import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { MessageRules } from './council-words.ts';

export interface Person {
  councilId: string;
  /** All records of one person; null for somebody who is not on record. */
  clusterId: string | null;
  address: string;
}

/**
 * Make writing to one person one thing at a time, to the end of the transaction: counting and adding are then one step,
 * and a hundred tasks at once send no more than the cap.
 */
export async function lockPerson(tx: Tx, person: Person): Promise<void> {
  const who = `messages:${person.councilId}:${person.clusterId ?? person.address}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${who}, 0))`.execute(tx);
}

/** Whether this person has had as many messages today (the council's local day) as it allows. */
export async function isCapped(tx: Tx, clock: Clock, person: Person, rules: MessageRules): Promise<boolean> {
  const { clusterId } = person;
  const { written } = await tx
    .selectFrom('messages')
    .select((eb) => eb.fn.countAll<number>().as('written'))
    .where('council_id', '=', person.councilId)
    .where('made_at', '>=', startOfToday(clock.now(), rules.zone))
    .where('state', 'not in', ['capped', 'failed'])
    .where('is_always', '=', false)
    .where((eb) => {
      const byAddress = eb('to_address', '=', person.address);
      if (clusterId === null) return byAddress;
      // A house is no person: what a neighbour of the same address gets on paper does not count for this one.
      const isPersonal = eb.or([eb('channel', '!=', 'letter'), eb('customer_id', 'is', null)]);
      const records = eb
        .selectFrom('customers')
        .select('customers.id')
        .where('customers.council_id', '=', person.councilId)
        .where('customers.cluster_id', '=', clusterId);
      return eb.or([eb.and([byAddress, isPersonal]), eb('customer_id', 'in', records)]);
    })
    .executeTakeFirstOrThrow();
  return written >= rules.perPersonAndDay;
}

/** When a text may go: now, or at the end of the quiet hours in which it would wake somebody. */
export function afterQuietHours(now: Date, { zone, quietFrom, quietTo }: MessageRules): Date {
  const local = localTime(now, zone);
  const from = Temporal.PlainTime.from(quietFrom);
  const to = Temporal.PlainTime.from(quietTo);
  const time = local.toPlainTime();
  const isBefore = (a: Temporal.PlainTime, b: Temporal.PlainTime) => Temporal.PlainTime.compare(a, b) < 0;
  const overMidnight = isBefore(to, from);
  const isQuiet = overMidnight
    ? !isBefore(time, from) || isBefore(time, to)
    : !isBefore(time, from) && isBefore(time, to);
  if (!isQuiet) return now;
  const day = overMidnight && !isBefore(time, from) ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: to }).epochMilliseconds);
}

function startOfToday(now: Date, zone: string): Date {
  return new Date(localTime(now, zone).startOfDay().epochMilliseconds);
}

function localTime(now: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
}
