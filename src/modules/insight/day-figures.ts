import { sql } from 'kysely';
import { priceContact } from '#modules/contacts';
import { type CostSet, councilConfig } from '#modules/councils';
import type { Actor } from '#modules/staff';
import { dayBounds, type LocalDate, localDateAt, plusDays } from '#platform/calendar';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { casesWhere, contactsWhere, type Day, type DaySet, promisesWhere } from './day-sets.ts';
import { maySeeFigures } from './policy.ts';

export interface CostOfContacts {
  channel: string;
  direction: 'in' | 'out';
  count: number;
  /** What is known of the cost, in pence; null where nothing of it has a price in the set. */
  pence: number | null;
  /** False where some of these contacts have no price in the set. */
  isComplete: boolean;
}

export interface DayFigures extends Record<Exclude<DaySet, 'contacts'>, number> {
  date: LocalDate;
  isToday: boolean;
  previous: LocalDate;
  /** Null for today: tomorrow has no figures yet. */
  next: LocalDate | null;
  contacts: CostOfContacts[];
  /** Calls to us by the line that they came in on; the busiest first. */
  lines: { line: string; name: string; count: number }[];
  total: { count: number; pence: number; isComplete: boolean };
  costSet: { slug: string; name: string; dated: string };
  costSets: { slug: string; name: string }[];
}

interface Asked {
  /** A date on the council's wall; today when left out. */
  date?: LocalDate | undefined;
  /** Slug of a set of unit costs; the council's own choice when left out. */
  costSet?: string | undefined;
}

type Figures =
  | { ok: true; figures: DayFigures; day: Day; prices: CostSet }
  | { ok: false; refusal: 'not-allowed' | 'in-the-future' | 'no-such-cost-set' };

/**
 * One day from midnight to midnight in the council's zone, counted from the rows themselves: contacts by channel with
 * their cost, cases, promises. Kept is provisional until the window for "not fixed" has ended.
 */
export async function dayFigures(tx: Tx, clock: Clock, actor: Actor, asked: Asked = {}): Promise<Figures> {
  if (!maySeeFigures(actor)) return { ok: false, refusal: 'not-allowed' };
  const { profile, costSets, contactPoints } = await councilConfig(tx, actor.councilId);
  const now = clock.now();
  const today = localDateAt(profile.zone, now);
  const date = asked.date ?? today;
  if (date > today) return { ok: false, refusal: 'in-the-future' };
  const prices = costSets.get(asked.costSet ?? profile.settings.costSet);
  if (!prices) return { ok: false, refusal: 'no-such-cost-set' };
  const { from, to } = dayBounds(profile.zone, date);
  const day = { councilId: actor.councilId, from, to, asOf: date === today ? now : to };
  const contacts = await contactsOf(tx, day, prices);
  const figures = {
    date,
    isToday: date === today,
    previous: plusDays(date, -1),
    next: date < today ? plusDays(date, 1) : null,
    contacts,
    lines: (await linesOf(tx, day)).map((one) => ({ ...one, name: contactPoints.get(one.line)?.name.en ?? one.line })),
    total: totalOf(contacts),
    ...(await countsOf(tx, day)),
    costSet: { slug: prices.slug, name: prices.name.en, dated: prices.dated },
    costSets: [...costSets.values()].map(({ slug, name }) => ({ slug, name: name.en })),
  };
  return { ok: true, figures, day, prices };
}

interface Counted {
  channel: string;
  direction: 'in' | 'out';
  handled: 'person' | 'automatic';
  count: number;
}

async function contactsOf(tx: Tx, day: Day, prices: CostSet): Promise<CostOfContacts[]> {
  const { rows } = await sql<Counted>`select c.channel, c.direction, c.handled, count(*) as count from contacts c
    where ${contactsWhere(day)} group by c.channel, c.direction, c.handled`.execute(tx);
  const lines = new Map<string, CostOfContacts>();
  for (const { channel, direction, count, ...how } of rows) {
    const key = `${channel} ${direction}`;
    const line = lines.get(key) ?? { channel, direction, count: 0, pence: null, isComplete: true };
    const each = priceContact({ channel, direction, ...how }, prices);
    line.count += count;
    if (each === null) line.isComplete = false;
    else line.pence = (line.pence ?? 0) + each * count;
    lines.set(key, line);
  }
  return [...lines.values()].sort((one, other) => other.count - one.count || one.channel.localeCompare(other.channel));
}

async function linesOf(tx: Tx, day: Day): Promise<{ line: string; count: number }[]> {
  const { rows } = await sql<{ line: string; count: number }>`
    select c.contact_point as line, count(*) as count from contacts c
    where ${contactsWhere(day, { channel: 'phone', direction: 'in' })} and c.contact_point is not null
    group by c.contact_point order by count(*) desc, c.contact_point`.execute(tx);
  return rows;
}

function totalOf(contacts: readonly CostOfContacts[]): DayFigures['total'] {
  return {
    count: contacts.reduce((sum, { count }) => sum + count, 0),
    pence: contacts.reduce((sum, { pence }) => sum + (pence ?? 0), 0),
    isComplete: contacts.every(({ isComplete }) => isComplete),
  };
}

type Counts = Pick<DayFigures, Exclude<DaySet, 'contacts'>>;

async function countsOf(tx: Tx, day: Day): Promise<Counts> {
  const cases = (set: 'opened' | 'assisted' | 'done' | 'overdue') =>
    sql`(select count(*) from cases c where ${casesWhere(day, set)})`;
  const decided = (outcome: 'kept' | 'missed' | 'renegotiated') =>
    sql`(select count(*) from promises p where ${promisesWhere(day, outcome)})`;
  const { rows } =
    await sql<Counts>`select ${cases('opened')} as opened, ${cases('assisted')} as assisted, ${cases('done')} as done,
    ${cases('overdue')} as overdue, ${decided('kept')} as kept, ${decided('missed')} as missed,
    ${decided('renegotiated')} as renegotiated`.execute(tx);
  const [counts] = rows;
  if (!counts) throw new Error('a statement without a from clause has one row');
  return counts;
}
