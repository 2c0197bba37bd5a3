import { beforeEach, describe, expect, test } from 'vitest';
import { promisesOf } from '#modules/promises';
import { visitor } from '#modules/staff';
import { type Seahaven, startSeahaven } from '#test/seahaven';
import { missedBin, pothole, report } from '#test/seahaven/reports';
import {
  acceptJob,
  agreeNewDate,
  assignCase,
  completeJob,
  followCase,
  jobLinkActor,
  jobSheet,
  moveCase,
  openCase,
  reassignJob,
  teamJobs,
} from './index.ts';

let world: Seahaven;
beforeEach(async () => {
  world = await startSeahaven('2026-11-24T11:00:00Z');
});

const noWater = { ...missedBin, service: 'no-water', answers: { neighbours: true } };
const messagesOf = async (caseId: string) => {
  await world.work();
  return world.run((tx) =>
    tx
      .selectFrom('messages')
      .select(['template_slug', 'to_address', 'body', 'promise_ids'])
      .where('case_id', '=', caseId)
      .orderBy('id')
      .execute(),
  );
};
const theCase = (id: string) =>
  world.run((tx) =>
    tx
      .selectFrom('cases')
      .selectAll()
      .where('council_id', '=', world.councilId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );

describe('Tom 1: no water on a Friday at 16:10', () => {
  test('is promised safe by Saturday 16:10, never Monday, and shows who took it live', async () => {
    world.clock.moveTo('2026-11-20T16:10:00Z');
    const { caseId, jobs, promises } = await report(world, noWater);
    expect(promises.map(({ dueAt }) => dueAt.toISOString())).toEqual(['2026-11-21T16:10:00.000Z']);
    world.clock.advance(4);
    const handOver = { jobId: jobs[0]?.id ?? '', takenBy: 'Sam at Harbour Repairs' };
    expect(await world.run((tx) => acceptJob(tx, world.clock, world.staff.ada, handOver))).toEqual({ ok: true });
    const log = await world.run((tx) => tx.selectFrom('job_entries').select(['note', 'at']).execute());
    expect(log).toContainEqual({
      note: 'Handed over live to Sam at Harbour Repairs.',
      at: new Date('2026-11-20T16:14:00Z'),
    });
    world.clock.moveTo('2026-11-21T15:00:00Z');
    const done = { jobId: jobs[0]?.id ?? '', note: 'Stopcock mended' };
    await world.run((tx) => completeJob(tx, world.clock, world.staff.pat, done));
    const [safe] = await world.run((tx) => promisesOf(tx, world.councilId, [caseId]));
    expect(safe?.outcome).toBe('kept');
  });
});

describe("a partner's link", () => {
  const linkOf = async (caseId: string) => {
    const sheet = (await messagesOf(caseId)).filter((message) => message.template_slug === 'job-sheet').at(-1);
    return /\/partner\/jobs\/([\w-]+)/.exec(sheet?.body ?? '')?.[1] ?? '';
  };

  test('comes by itself, opens its job sheet and lets that job be done, and nothing else', async () => {
    const { caseId, jobs } = await report(world, noWater);
    const other = await report(world, { ...noWater, place: { uprn: 990_000_000_099 } });
    const token = await linkOf(caseId);
    const partner = await world.run((tx) => jobLinkActor(tx, world.clock, world.councilId, token));
    if (!partner) throw new Error('the link opens nothing');
    const sheet = (jobId = '') => world.run((tx) => jobSheet(tx, world.clock, partner, { jobId }));
    expect(await sheet(jobs[0]?.id)).toMatchObject({ ok: true });
    expect(await sheet(other.jobs[0]?.id)).toEqual({ ok: false, refusal: 'not-allowed' });
    const read = await world.run((tx) => teamJobs(tx, world.clock, partner, { teamId: world.team['harbour-repairs'] }));
    expect(read.jobs).toEqual([]);
    expect(await world.run((tx) => openCase(tx, world.clock, partner, pothole))).toMatchObject({
      refusal: 'not-allowed',
    });
    const done = { jobId: jobs[0]?.id ?? '', note: 'Water is back' };
    expect(await world.run((tx) => completeJob(tx, world.clock, partner, done))).toMatchObject({ ok: true });
  });

  test('ends after thirty days, and when the job goes to somebody else', async () => {
    const { caseId, jobs } = await report(world, noWater);
    const token = await linkOf(caseId);
    const open = () => world.run((tx) => jobLinkActor(tx, world.clock, world.councilId, token));
    expect(await open()).toBeDefined();
    const away = { jobId: jobs[0]?.id ?? '', teamId: world.team.housing, why: 'We do it' };
    await world.run((tx) => reassignJob(tx, world.clock, world.staff.grace, away));
    expect(await open()).toBeUndefined();
    const second = await report(world, { ...noWater, place: { uprn: 990_000_000_098 } });
    const later = await linkOf(second.caseId);
    world.clock.moveTo('2026-12-24T11:00:00Z');
    expect(await world.run((tx) => jobLinkActor(tx, world.clock, world.councilId, later))).toBeUndefined();
  });
});

describe('a wrong service', () => {
  test('is mended with the promise kept, the other work sent, and the customer told', async () => {
    const wrong = { ...missedBin, service: 'pothole', answers: { what: 'My bin was left' } };
    const { caseId, promises } = await report(world, wrong);
    const move = { case: caseId, service: 'missed-bin', why: 'It is a bin, not a hole' };
    expect(await world.run((tx) => moveCase(tx, world.clock, world.staff.ada, move))).toMatchObject({ ok: true });
    expect(await theCase(caseId)).toMatchObject({
      service_slug: 'missed-bin',
      team_id: world.team.waste,
      owner_id: world.staff.omar.id,
      next_due_at: promises[0]?.dueAt,
    });
    const jobs = await world.run((tx) =>
      tx
        .selectFrom('jobs')
        .select(['slug', 'state', 'due_at'])
        .where('case_id', '=', caseId)
        .orderBy('number')
        .execute(),
    );
    expect(jobs).toEqual([
      { slug: 'repair', state: 'cancelled', due_at: promises[0]?.dueAt },
      { slug: 'collect-bin', state: 'sent', due_at: promises[0]?.dueAt },
    ]);
    const moved = (await messagesOf(caseId)).find((message) => message.template_slug === 'passed-on');
    expect(moved?.body).toContain('passed to: Waste');
  });
});

describe('a new date', () => {
  const newDueAt = new Date('2026-12-01T17:00:00Z');

  test('is told by a message that names the new promise, and the work goes with it', async () => {
    const { caseId, promises, jobs } = await report(world, missedBin);
    const command = { case: caseId, promiseId: promises[0]?.id ?? '', newDueAt, why: 'The lorry broke down.' };
    const agreed = await world.run((tx) => agreeNewDate(tx, world.clock, world.staff.omar, command));
    const told = (await messagesOf(caseId)).find((message) => message.template_slug === 'new-date');
    expect(told?.promise_ids).toEqual([agreed.ok && agreed.promiseId]);
    expect(told?.body).toContain('due: by 5pm on Tuesday 1 December; was: by 5pm on Thursday 26 November');
    const job = await world.run((tx) =>
      tx
        .selectFrom('jobs')
        .select(['due_at'])
        .where('id', '=', jobs[0]?.id ?? '')
        .executeTakeFirst(),
    );
    expect(job?.due_at).toEqual(newDueAt);
  });

  test('is refused where nobody can be told, and nothing moves', async () => {
    const { caseId, promises } = await report(world, { ...missedBin, parties: [] });
    const command = { case: caseId, promiseId: promises[0]?.id ?? '', newDueAt, why: 'Late' };
    const refused = await world.run((tx) => agreeNewDate(tx, world.clock, world.staff.omar, command));
    expect(refused).toEqual({ ok: false, refusal: 'nobody-to-tell' });
    const after = await world.run((tx) => promisesOf(tx, world.councilId, [caseId]));
    expect(after.map(({ outcome }) => outcome)).toEqual([null, null, null]);
  });
});

describe('what is promised goes with the case', () => {
  const newDueAt = new Date('2026-12-01T17:00:00Z');
  const agree = async (caseId: string, who: keyof Seahaven['staff']) => {
    const promises = await world.run((tx) => promisesOf(tx, world.councilId, [caseId]));
    const promiseId = promises.find(({ outcome }) => outcome === null)?.id ?? '';
    const command = { case: caseId, promiseId, newDueAt, why: 'The lorry broke down.' };
    return world.run((tx) => agreeNewDate(tx, world.clock, world.staff[who], command));
  };

  test('to another team, which may then agree a new date', async () => {
    const { caseId } = await report(world, missedBin);
    expect(await agree(caseId, 'hal')).toEqual({ ok: false, refusal: 'not-allowed' });
    const move = { case: caseId, service: 'missed-bin', team: 'highways', why: 'It blocks the road' };
    expect(await world.run((tx) => moveCase(tx, world.clock, world.staff.ada, move))).toMatchObject({ ok: true });
    expect(await agree(caseId, 'hal')).toMatchObject({ ok: true });
  });

  test('to the officer who takes it on', async () => {
    const { caseId } = await report(world, missedBin);
    expect(await agree(caseId, 'rui')).toEqual({ ok: false, refusal: 'not-allowed' });
    const mine = { case: caseId, ownerId: world.staff.rui.id };
    await world.run((tx) => assignCase(tx, world.clock, world.staff.rui, mine));
    expect(await agree(caseId, 'rui')).toMatchObject({ ok: true });
  });
});

describe('following a report', () => {
  const follow = (caseId: string, email: string) =>
    world.run((tx) => followCase(tx, world.clock, visitor(world.councilId), { case: caseId, email }));

  test('twice is following it once, and only a public one can be followed', async () => {
    const hole = await report(world, pothole);
    const [one, two] = [await follow(hole.caseId, 'jo@example.org'), await follow(hole.caseId, ' JO@example.org ')];
    expect(one).toEqual(two);
    const bin = await report(world, missedBin);
    expect(await follow(bin.caseId, 'jo@example.org')).toEqual({ ok: false, refusal: 'not-public' });
  });
});

test('an officer takes a case on, and only its own team gives it away', async () => {
  const { caseId } = await report(world, missedBin);
  const assign = (who: keyof Seahaven['staff'], to: keyof Seahaven['staff']) =>
    world.run((tx) => assignCase(tx, world.clock, world.staff[who], { case: caseId, ownerId: world.staff[to].id }));
  expect(await assign('ada', 'omar')).toEqual({ ok: true });
  expect(await assign('ada', 'rui')).toEqual({ ok: false, refusal: 'not-allowed' });
  expect(await assign('ada', 'ada')).toEqual({ ok: true });
});

test('nobody is given a case who may not work cases', async () => {
  const { caseId } = await report(world, missedBin);
  const give = (ownerId: string) =>
    world.run((tx) => assignCase(tx, world.clock, world.staff.omar, { case: caseId, ownerId }));
  expect(await give(world.staff.pat.id)).toEqual({ ok: false, refusal: 'no-such-person' });
  expect(await give('not-an-id')).toEqual({ ok: false, refusal: 'no-such-person' });
  expect(await give(world.staff.rui.id)).toEqual({ ok: true });
});
