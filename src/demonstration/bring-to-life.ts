import { addQuestion } from '#modules/contacts';
import type { Resident } from '#modules/councils';
import { systemActor } from '#platform/actor';
import { MovableClock } from '#platform/clock';
import { closeDb, inCouncil, openDb, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { definedTasks } from '#platform/outbox';
import { noTransports } from '#platform/transports';
import { giveAccounts } from './accounts.ts';
import { Agenda } from './agenda.ts';
import { applyFor } from './apply.ts';
import { castOf } from './cast.ts';
import { Chance } from './chance.ts';
import { evidenceLetters, evidencePhotos } from './evidence.ts';
import { type Life, workingTime } from './life.ts';
import { neighboursOf } from './neighbours.ts';
import { reportShares, spread } from './reports-by-share.ts';
import { begin, finish, register, takeReport, type Way } from './take-report.ts';
import { whatFollows } from './what-follows.ts';
import { IN_PUBLIC } from './what-is-reported.ts';
import { waitForNoMorning, workQueueAsOf } from './work-queue.ts';

const DAYS = 35;
const CASES = 190;
/** So many of each apply. A decision takes longer than a report, so some of the last are still waiting. */
const APPLICATIONS = {
  'council-tax-single-person-discount': 9,
  'council-tax-exemption': 3,
  'council-tax-move': 5,
  'change-of-circumstances': 5,
  'blue-badge': 4,
};
const OTHER_CALLS = 30;
const NEIGHBOURS = 110;
/** The people of the council's folder call every so often, so that each has a history. */
const RESIDENTS = 4;
const SEED = 20_261_124;
const DAY = 86_400_000;
/** What begins must end before now: nothing of the past may lie ahead. */
const LAST_CALL = 15 * 60_000;

/**
 * Give an empty demonstration council five weeks of life, up to now: reports on every channel, jobs, promises, messages
 * that nobody was sent. Everything is done by the house's own acts at its own time, so that every rule holds. Does
 * nothing where the council has a case.
 *
 * @returns whether it did anything
 */
export async function bringToLife(
  deps: Deps,
  { councilId, residents }: { councilId: string; residents: readonly Resident[] },
): Promise<boolean> {
  // Its many small commits need not each reach the disk: a crash in the middle leaves a shorter past and nothing wrong.
  const db = openDb({ url: withQuickCommits(deps.db.url), max: 4 });
  const lock = await db.pool.connect();
  try {
    // Two processes may start at once on one database.
    await lock.query("select pg_advisory_lock(hashtextextended('demonstration', 0))");
    if (await hasCase({ ...deps, db }, councilId)) return false;
    process.stdout.write('Giving the demonstration council five weeks of life: once, about half a minute\n');
    await live({ ...deps, db, transports: noTransports }, { councilId, residents });
    return true;
  } finally {
    lock.release(true);
    await closeDb(db);
  }
}

function withQuickCommits(url: string): string {
  const quick = new URL(url);
  quick.searchParams.set('options', '-c synchronous_commit=off');
  return quick.href;
}

async function hasCase({ db }: Deps, councilId: string): Promise<boolean> {
  const found = await inCouncil(db, councilId, (tx) =>
    tx.selectFrom('cases').select('id').where('council_id', '=', councilId).limit(1).executeTakeFirst(),
  );
  return found !== undefined;
}

interface Whose {
  councilId: string;
  residents: readonly Resident[];
}

async function live(deps: Deps, { councilId, residents }: Whose): Promise<void> {
  const now = deps.clock.now();
  const start = new Date(now.getTime() - DAYS * DAY);
  const clock = new MovableClock(start);
  const chance = new Chance(SEED);
  const past = { ...deps, clock };
  const photos = await evidencePhotos(past, systemActor(councilId));
  const letters = await evidenceLetters(past, systemActor(councilId));
  const life = await inCouncil(deps.db, councilId, async (tx): Promise<Life> => {
    const neighbours = await neighboursOf(tx, chance, { councilId, residents, howMany: NEIGHBOURS });
    const agenda = new Agenda(new Date(now.getTime() - LAST_CALL));
    const begun = { councilId, clock, chance, agenda, cast: await castOf(tx, councilId), neighbours, photos, letters };
    for (const resident of neighbours.slice(0, residents.length))
      await register(tx, begun, begun.cast.advisers[0], resident);
    return begun;
  });
  planReports(life, start);
  for (let day = start.getTime() + DAY; !life.agenda.isEmpty; day += DAY) {
    const until = new Date(Math.min(day, now.getTime()));
    await liveDay(past, life, { until, now });
  }
  await waitForNoMorning(past);
  await workQueueAsOf(past, now);
  const { neighbours } = life;
  await inCouncil(deps.db, councilId, (tx) => giveAccounts(tx, { councilId, now, residents, neighbours }));
}

/** One transaction a day, then what follows from it. */
async function liveDay(deps: Deps, life: Life, { until, now }: { until: Date; now: Date }): Promise<void> {
  const { clock, agenda, councilId } = life;
  await inCouncil(deps.db, councilId, async (tx) => {
    for (let next = agenda.takeBefore(until); next; next = agenda.takeBefore(until)) {
      clock.moveTo(next.at);
      await next.act(tx);
    }
  });
  clock.moveTo(until);
  await definedTasks().get('promises-sweep-council')?.(deps, { councilId });
  await workQueueAsOf(deps, now);
}

function planReports(life: Life, start: Date): void {
  const { chance, agenda, neighbours } = life;
  const residents = neighbours.slice(0, RESIDENTS);
  for (const [index, service] of chance.shuffled(spread(reportShares(), CASES)).entries()) {
    const at = new Date(start.getTime() + (index + chance.next()) * ((DAYS * DAY) / CASES));
    const resident = index % 10 === 0 ? residents[(index / 10) % RESIDENTS] : undefined;
    const who = resident ?? chance.pick(neighbours);
    const way = resident ? 'phone' : wayOf(life, service);
    if (!who) continue;
    agenda.at(way === 'web' || way === 'machine' ? at : workingTime(at, 0), async (tx) => {
      const opened = await takeReport(tx, life, { service, way, who });
      if (opened?.isNew) whatFollows(life, { opened, who });
    });
  }
  planApplications(life, start);
  for (let index = 0; index < OTHER_CALLS; index += 1) {
    agenda.at(workingTime(start, chance.between(0, DAYS * 24)), (tx) => askSomething(tx, life));
  }
}

/** Spread over the weeks like the reports; the people of the council's folder are among those who apply. */
function planApplications(life: Life, start: Date): void {
  const { chance, agenda, neighbours } = life;
  const all = chance.shuffled(Object.entries(APPLICATIONS).flatMap(([slug, count]) => Array<string>(count).fill(slug)));
  for (const [index, service] of all.entries()) {
    const who = index % 6 === 0 ? neighbours[(index / 6) % RESIDENTS] : chance.pick(neighbours);
    const at = new Date(start.getTime() + (index + chance.next()) * ((DAYS * DAY) / all.length));
    if (who) agenda.at(workingTime(at, 0), (tx) => applyFor(tx, life, service, who));
  }
}

function wayOf({ chance }: Life, service: string): Way {
  const machine = IN_PUBLIC.includes(service) ? 0.1 : 0;
  return chance.weighted({ web: 0.46, phone: 0.34, email: 0.07, counter: 0.05, machine });
}

/** A call that makes no case: somebody asks, and is told. */
async function askSomething(tx: Tx, life: Life): Promise<void> {
  const { chance, cast, clock } = life;
  const who = chance.pick(life.neighbours);
  const adviser = chance.pick(cast.advisers);
  const contactId = who && (await begin(tx, life, { adviser, channel: 'phone', who }));
  if (contactId === undefined) return;
  const serviceSlug = chance.pick(['council-tax', 'bulky-waste', 'parking-permits', 'libraries', 'garden-waste']);
  await addQuestion(tx, clock, adviser, { contactId, act: 'question', reason: 'information', serviceSlug });
  await finish(tx, life, { adviser, contactId, resolved: chance.is(0.85) });
}
