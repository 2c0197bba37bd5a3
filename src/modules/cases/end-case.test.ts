import { beforeEach, describe, expect, test } from 'vitest';
import { promisesOf } from '#modules/promises';
import { type Seahaven, startSeahaven } from '#test/seahaven';
import { missedBin, pothole, report } from '#test/seahaven/reports';
import type { EndCase } from './index.ts';
import { addToCase, completeJob, endCase, reportJobNotDone } from './index.ts';

let world: Seahaven;
beforeEach(async () => {
  world = await startSeahaven('2026-11-24T11:00:00Z');
});

const end = (command: EndCase, who: keyof Seahaven['staff'] = 'omar') =>
  world.run((tx) => endCase(tx, world.clock, world.staff[who], command));
const withdrawn = (caseId: string) => ({ case: caseId, ending: 'withdrawn', reason: 'You asked us to.' }) as const;

describe('ending a case', () => {
  test('two officers at once: one ends it, the other is told so', async () => {
    const { caseId } = await report(world, missedBin);
    const results = await Promise.all([end(withdrawn(caseId)), end(withdrawn(caseId), 'mina')]);
    expect(results.map((result) => (result.ok ? 'ended' : result.refusal)).sort()).toEqual(['already-ended', 'ended']);
  });

  test('calls back the open jobs and withdraws what was promised', async () => {
    const { caseId } = await report(world, missedBin);
    await end(withdrawn(caseId));
    const { jobs, promises } = await world.run(async (tx) => ({
      jobs: await tx.selectFrom('jobs').select('state').where('case_id', '=', caseId).execute(),
      promises: await promisesOf(tx, world.councilId, [caseId]),
    }));
    expect(jobs.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect(promises.map(({ outcome }) => outcome)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
  });

  test.each([
    [{ ending: 'done', reason: ' ' }, 'blocked'],
    [{ ending: 'withdrawn', reason: ' ' }, 'no-reason'],
    [{ ending: 'refused', reason: 'Not our policy' }, 'challenge-needed'],
    [{ ending: 'not-ours', reason: 'A private road' }, 'passed-to-needed'],
    [{ ending: 'duplicate', reason: 'Known' }, 'no-such-case'],
    [{ ending: 'no-access', reason: 'Locked' }, 'too-few-attempts'],
    [{ ending: 'below-level', reason: 'Too shallow' }, 'not-inspected'],
  ] as const)('as %o is refused: %s', async (command, refusal) => {
    const { caseId } = await report(world, missedBin);
    expect(await end({ case: caseId, ...command })).toMatchObject({ ok: false, refusal });
  });

  test('for no access needs attempts by different means, which are logged', async () => {
    const { caseId, jobs } = await report(world, missedBin);
    const attempt = (means: 'visit' | 'phone') => {
      const jobId = jobs[0]?.id ?? '';
      const failed = { jobId, reason: 'no-access', note: 'Gate locked', means, isFinal: false } as const;
      return world.run((tx) => reportJobNotDone(tx, world.clock, world.staff.omar, failed));
    };
    await attempt('visit');
    await attempt('visit');
    const command = { case: caseId, ending: 'no-access', reason: 'The gate was locked twice.' } as const;
    expect(await end(command)).toMatchObject({ ok: false, refusal: 'too-few-attempts' });
    await attempt('phone');
    expect(await end(command)).toMatchObject({ ok: true });
  });

  test('as a duplicate takes those who asked to the other case', async () => {
    const first = await report(world, { ...pothole, parties: [] });
    const second = await report(world, { ...pothole, parties: [{ role: 'requester', email: 'Joe@Example.org' }] });
    await end({ case: second.caseId, ending: 'duplicate', reason: 'Known.', follows: first.reference }, 'hal');
    const parties = await world.run((tx) =>
      tx.selectFrom('case_parties').select(['role', 'email']).where('case_id', '=', first.caseId).execute(),
    );
    expect(parties).toEqual([{ role: 'follower', email: 'joe@example.org' }]);
  });

  test('as done is for those who answer for it, not for another team or a partner', async () => {
    const { caseId } = await report(world, missedBin);
    for (const who of ['rui', 'hal', 'pat'] as const) {
      expect(await end({ case: caseId, ending: 'done', reason: 'Done' }, who)).toEqual({
        ok: false,
        refusal: 'not-allowed',
      });
    }
  });
});

describe('a job', () => {
  test('that asks for a photo is not done without one, nor with one that nobody took in', async () => {
    const { jobs } = await report(world, missedBin);
    const clean = { jobId: jobs[1]?.id ?? '', note: 'Swept' };
    const complete = (more = {}) =>
      world.run((tx) => completeJob(tx, world.clock, world.staff.rui, { ...clean, ...more }));
    expect(await complete()).toEqual({ ok: false, refusal: 'photo-needed' });
    const fileIds = ['00000000-0000-7000-8000-000000000000'];
    expect(await complete({ fileIds })).toEqual({ ok: false, refusal: 'unknown-file' });
  });

  test('cannot have been done before it was reported, or in the future', async () => {
    const { jobs } = await report(world, missedBin);
    const done = { jobId: jobs[0]?.id ?? '', note: 'Emptied' };
    const at = (doneAt: string) =>
      world.run((tx) => completeJob(tx, world.clock, world.staff.omar, { ...done, doneAt: new Date(doneAt) }));
    expect(await at('2026-11-24T10:59:00Z')).toEqual({ ok: false, refusal: 'time-not-possible' });
    expect(await at('2026-11-24T11:01:00Z')).toEqual({ ok: false, refusal: 'time-not-possible' });
  });

  test('is done by its own team, and a crew system that says so twice is heard once', async () => {
    const { caseId, jobs } = await report(world, missedBin);
    const done = { jobId: jobs[0]?.id ?? '', note: 'Emptied', sourceId: 'crew-9' };
    expect(await world.run((tx) => completeJob(tx, world.clock, world.staff.hal, done))).toMatchObject({ ok: false });
    await world.run((tx) => completeJob(tx, world.clock, world.staff.omar, done));
    expect(await world.run((tx) => completeJob(tx, world.clock, world.staff.omar, done))).toMatchObject({ ok: true });
    const entries = await world.run((tx) =>
      tx.selectFrom('case_entries').select('kind').where('case_id', '=', caseId).where('kind', '=', 'job').execute(),
    );
    expect(entries).toHaveLength(1);
  });
});

test('a new fact is kept under its own name, and changes neither team, owner, promises nor jobs', async () => {
  const { caseId } = await report(world, missedBin);
  const facts = () =>
    world.run((tx) =>
      tx
        .selectFrom('cases')
        .select(['team_id', 'owner_id', 'next_due_at', 'stage', 'service_version'])
        .where('id', '=', caseId)
        .executeTakeFirst(),
    );
  const before = await facts();
  const fact = { case: caseId, kind: 'worse', text: 'Now it is on the road ||| urgent' } as const;
  await world.run((tx) => addToCase(tx, world.clock, world.staff.ada, fact));
  expect(await facts()).toEqual(before);
  const entry = await world.run((tx) =>
    tx
      .selectFrom('case_entries')
      .select(['kind', 'text', 'audience'])
      .where('case_id', '=', caseId)
      .where('kind', '=', 'worse')
      .execute(),
  );
  expect(entry).toEqual([{ kind: 'worse', text: 'Now it is on the road ||| urgent', audience: 'customer' }]);
});
