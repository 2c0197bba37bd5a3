import { acceptJob, completeJob } from '#modules/cases';
import { decide } from '#modules/decisions';
import { checkEvidence, evidenceOf, giveEvidence } from '#modules/evidence';
import { type StaffActor, visitor } from '#modules/staff';
import { localDateAt } from '#platform/calendar';
import type { Tx } from '#platform/db';
import { hoursBetween, type Life, workingTime } from './life.ts';
import type { Neighbour } from './neighbours.ts';
import { takeReport } from './take-report.ts';
import { APPLICATIONS, type Wanted } from './what-is-applied-for.ts';

const DAY_HOURS = 24;

interface Application {
  caseId: string;
  jobs: readonly { id: string; teamId: string }[];
  due: Date;
  decided: Wanted['decided'];
  officer: StaffActor;
}

/** Somebody applies, online or with an adviser. What they show, what is looked at and what is decided goes on the agenda. */
export async function applyFor(tx: Tx, life: Life, service: string, who: Neighbour): Promise<void> {
  const { chance, clock, cast } = life;
  const wanted = APPLICATIONS[service]?.(chance, localDateAt('Europe/London', clock.now()));
  if (!wanted) return;
  const way = chance.weighted({ web: 0.7, phone: 0.2, counter: 0.1 });
  const opened = await takeReport(tx, life, { service, way, who, said: { answers: wanted.answers, words: '' } });
  const officer = opened && cast.officerOf(opened.team.id);
  if (!officer) return;
  const due = opened.promises.at(0)?.dueAt ?? new Date(clock.now().getTime() + 10 * DAY_HOURS * 3_600_000);
  const { caseId, jobs } = opened;
  planDecision(life, { caseId, jobs, due, decided: wanted.decided, officer });
}

/** Most bring what is asked for within days; the others are why some decisions wait. */
function planDecision(life: Life, application: Application): void {
  const { agenda, chance, clock } = life;
  const from = clock.now();
  const whole = Math.max(hoursBetween(from, application.due), DAY_HOURS);
  const brings = chance.is(0.85);
  if (brings) {
    agenda.at(workingTime(from, DAY_HOURS + chance.between(1, 30)), (tx) => bring(tx, life, application));
  }
  const pace = chance.weighted({ kept: 0.78, late: 0.08, waits: 0.14 });
  if (pace === 'waits') return;
  const share = pace === 'kept' ? chance.between(0.5, 0.9) : chance.between(1.1, 1.4);
  agenda.at(workingTime(from, Math.max(whole * share, 3 * DAY_HOURS)), (tx) => settle(tx, life, application, brings));
}

/** By the next day the queue has asked for each piece. It is sent as a file, or shown at the counter where it must be. */
async function bring(tx: Tx, { clock, councilId, letters, cast }: Life, { caseId }: Application): Promise<void> {
  for (const { piece, show } of (await evidenceOf(tx, clock, { councilId, caseId })).pieces) {
    const inPerson = { case: caseId, piece, how: 'seen' } as const;
    if (show === 'in-person') await checkEvidence(tx, clock, cast.floorwalker, inPerson);
    else await giveEvidence(tx, clock, visitor(councilId), { case: caseId, piece, fileIds: letters });
  }
}

async function settle(tx: Tx, life: Life, application: Application, brought: boolean): Promise<void> {
  const { clock, councilId } = life;
  const { caseId, decided, officer } = application;
  const { pieces } = await evidenceOf(tx, clock, { councilId, caseId });
  // Without what was asked for nobody can decide: the case waits for it.
  if (pieces.length > 0 && !brought) return;
  for (const { piece, state } of pieces) {
    if (state === 'given') await checkEvidence(tx, clock, officer, { case: caseId, piece, how: 'files' });
  }
  await work(tx, life, application);
  const { result, reason } = decided;
  await decide(tx, clock, officer, { case: caseId, result, reasons: [reason] });
}

/** A decision ends a case that has no more work in it. */
async function work(tx: Tx, { clock, cast }: Life, { jobs }: Application): Promise<void> {
  for (const { id, teamId } of jobs) {
    const doer = cast.officerOf(teamId);
    if (!doer) continue;
    await acceptJob(tx, clock, doer, { jobId: id });
    await completeJob(tx, clock, doer, { jobId: id, note: 'Done.', fileIds: [] });
  }
}
