import {
  acceptJob,
  askCustomer,
  type CaseOpened,
  caseToReview,
  chaseCase,
  completeJob,
  confirmFixed,
  endCase,
  reopenCase,
  returnJob,
  reviewPhotos,
} from '#modules/cases';
import { addQuestion, recordContact } from '#modules/contacts';
import { promisesOf, renegotiatePromise } from '#modules/promises';
import { visitor } from '#modules/staff';
import type { Tx } from '#platform/db';
import { complain } from './complain.ts';
import { hoursBetween, type Life, workingTime } from './life.ts';
import type { Neighbour } from './neighbours.ts';
import { begin, finish } from './take-report.ts';

interface Followed {
  opened: CaseOpened;
  who: Neighbour;
}

/** Decide what becomes of a case, and put it on the agenda. */
export function whatFollows(life: Life, followed: Followed): void {
  const { agenda, chance, clock } = life;
  const opened = clock.now();
  const due = followed.opened.promises.at(0)?.dueAt ?? new Date(opened.getTime() + 72 * 3_600_000);
  const whole = hoursBetween(opened, due);
  const early = workingTime(opened, chance.between(1, 10));
  const fate = chance.weighted(FATES);
  if (fate === 'worked') planWork(life, followed);
  else agenda.at(early, (tx) => OTHER[fate](tx, life, followed));
  if (chance.is(0.14)) {
    agenda.at(workingTime(opened, whole * chance.between(0.5, 1.6)), (tx) => chase(tx, life, followed));
  }
  if (chance.is(0.05)) agenda.at(workingTime(opened, whole * 0.6), (tx) => newDate(tx, life, followed));
  if (chance.is(0.02)) complain(life, followed.opened.caseId, workingTime(due, 5));
}

type Fate = 'worked' | 'withdrawn' | 'not-ours' | 'refused' | 'asked' | 'returned';
const FATES: Record<Fate, number> = {
  worked: 0.83,
  withdrawn: 0.03,
  'not-ours': 0.04,
  refused: 0.02,
  asked: 0.04,
  returned: 0.04,
};

const OTHER: Record<Exclude<Fate, 'worked'>, (tx: Tx, life: Life, followed: Followed) => Promise<void>> = {
  withdrawn: (tx, life, { opened }) =>
    end(tx, life, opened, { ending: 'withdrawn', reason: 'You told us that it has gone.' }),
  'not-ours': (tx, life, { opened }) =>
    end(tx, life, opened, {
      ending: 'not-ours',
      reason: 'This land belongs to somebody else, who must put it right. We have told them.',
      passedTo: 'The owner of the land',
    }),
  refused: (tx, life, { opened }) =>
    end(tx, life, opened, {
      ending: 'refused',
      reason: 'We looked at it and it does not meet our rules for this service.',
      challenge: 'You can ask for another officer to look at it within 28 days.',
    }),
  async asked(tx, life, { opened }) {
    const officer = life.cast.officerOf(opened.team.id);
    const question = 'Can you tell us more about where it is, or send a photo?';
    if (officer) await askCustomer(tx, life.clock, officer, { case: opened.caseId, question });
  },
  async returned(tx, life, { opened }) {
    const job = opened.jobs[0];
    const doer = job && life.cast.officerOf(job.teamId);
    const reason = 'The crew could not find it where it was said to be.';
    if (job && doer) await returnJob(tx, life.clock, doer, { jobId: job.id, reason });
  },
};

type Ending = Omit<Parameters<typeof endCase>[3], 'case'>;

async function end(tx: Tx, { clock, cast }: Life, opened: CaseOpened, ending: Ending): Promise<void> {
  const officer = cast.officerOf(opened.team.id);
  if (officer) await endCase(tx, clock, officer, { case: opened.caseId, ...ending });
}

const HOURS_TO_REVIEW = 5;

/** Each job is taken on and done: mostly in time, some late, some not yet. */
function planWork(life: Life, followed: Followed): void {
  for (const job of followed.opened.jobs) planJob(life, followed, job);
}

function planJob(life: Life, followed: Followed, job: { id: string; teamId: string }): void {
  const { agenda, chance, clock, cast } = life;
  const from = clock.now();
  const promise = followed.opened.promises.at(0);
  const whole = promise ? Math.max(hoursBetween(from, promise.dueAt), 1) : 48;
  const doer = cast.officerOf(job.teamId);
  const pace = chance.weighted({ kept: 0.74, late: 0.14, stuck: 0.12 });
  if (!doer) return;
  agenda.at(workingTime(from, chance.between(0.3, 6)), async (tx) => {
    await acceptJob(tx, clock, doer, { jobId: job.id });
  });
  if (pace === 'stuck') return;
  const share = pace === 'kept' ? chance.between(0.25, 0.85) : chance.between(1.1, 1.9);
  agenda.at(workingTime(from, whole * share), (tx) => done(tx, life, followed, job));
}

async function done(tx: Tx, life: Life, followed: Followed, job: { id: string; teamId: string }): Promise<void> {
  const { clock, chance, cast, agenda } = life;
  const doer = cast.officerOf(job.teamId);
  const photo = chance.pick(life.photos);
  if (!doer) return;
  const note = chance.pick(['Done.', 'Done, left tidy.', 'Two of us, twenty minutes.', 'Finished before the rain.']);
  const finished = await completeJob(tx, clock, doer, {
    jobId: job.id,
    note,
    fileIds: photo === undefined ? [] : [photo],
  });
  if (!finished.ok) return;
  agenda.at(workingTime(clock.now(), HOURS_TO_REVIEW), (tx) => clearPhotos(tx, life, followed.opened));
  if (!finished.caseEnded) await end(tx, life, followed.opened, { ending: 'done', reason: 'All the work is done.' });
  const fate = chance.weighted({ silent: 0.76, fixed: 0.16, 'not-fixed': 0.08 });
  if (fate === 'silent') return;
  const when = new Date(clock.now().getTime() + chance.between(6, 60) * 3_600_000);
  agenda.at(when, (tx) => (fate === 'fixed' ? fixed(tx, life, followed) : notFixed(tx, life, followed)));
}

/** Somebody of the team looks at the photos of the work before everybody may. A private service has none to show. */
async function clearPhotos(tx: Tx, { clock, cast }: Life, { caseId, team }: CaseOpened): Promise<void> {
  const manager = cast.managerOf(team.id);
  if (!manager) return;
  const waiting = await caseToReview(tx, manager, caseId);
  if (!waiting?.isPublic) return;
  const show = waiting.photos.map(({ id }) => id);
  await reviewPhotos(tx, clock, manager, { case: caseId, show, withhold: [] });
}

async function fixed(tx: Tx, { clock, councilId }: Life, { opened }: Followed): Promise<void> {
  await confirmFixed(tx, clock, visitor(councilId), { case: opened.caseId });
}

async function notFixed(tx: Tx, life: Life, followed: Followed): Promise<void> {
  const { clock, councilId, chance } = life;
  const because = chance.pick([
    'It looks the same as before.',
    'Only half of it is gone.',
    'It came back the next day.',
  ]);
  const { caseId } = followed.opened;
  const reopened = await reopenCase(tx, clock, visitor(councilId), { case: caseId, because });
  if (!reopened.ok) return;
  const jobs = await tx
    .selectFrom('jobs')
    .select(['id', 'team_id as teamId'])
    .where('council_id', '=', councilId)
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .execute();
  for (const job of jobs) planJob(life, followed, job);
}

/** "How is it going?" on the telephone. */
async function chase(tx: Tx, life: Life, { opened, who }: Followed): Promise<void> {
  const { clock, chance, cast } = life;
  const adviser = chance.pick(cast.advisers);
  const contactId = await begin(tx, life, { adviser, channel: 'phone', who });
  if (contactId === undefined) return;
  const chased = await chaseCase(tx, clock, adviser, { case: opened.caseId, contactId });
  const act = chased.ok ? 'chase' : 'question';
  await addQuestion(tx, clock, adviser, { contactId, act, reason: 'progress', caseId: opened.caseId });
  await finish(tx, life, { adviser, contactId, resolved: chased.ok });
}

/** The officer calls before the date and agrees another. */
async function newDate(tx: Tx, life: Life, { opened, who }: Followed): Promise<void> {
  const { clock, councilId, cast } = life;
  const manager = cast.managerOf(opened.team.id);
  const promise = (await promisesOf(tx, councilId, [opened.caseId])).find(({ outcome }) => outcome === null);
  if (!manager || !promise || clock.now() >= promise.dueAt || promise.pausedAt !== null) return;
  const { contactId } = await recordContact(tx, clock, manager, {
    channel: 'phone',
    direction: 'out',
    handled: 'person',
    customerId: who.customerId,
    givenName: who.name,
    handlingSeconds: 180,
    questions: [{ act: null, reason: 'new-date', caseId: opened.caseId }],
  });
  await renegotiatePromise(tx, clock, manager, {
    promiseId: promise.id,
    newDueAt: new Date(promise.dueAt.getTime() + 3 * 86_400_000),
    why: 'The part that we need comes three days later.',
    told: { contactId },
  });
}
