import { beforeEach, describe, expect, test } from 'vitest';
import { promisesOf } from '#modules/promises';
import { visitor } from '#modules/staff';
import { type Seahaven, startSeahaven } from '#test/seahaven';
import { aPhoto, missedBin, report } from '#test/seahaven/reports';
import { completeJob, endCase, reopenCase } from './index.ts';

// Kay 4 and 5 of the field's scenarios, on the calendar of England and Wales.
let world: Seahaven;
beforeEach(async () => {
  world = await startSeahaven('2026-11-24T11:00:00Z');
});

const theCase = (id: string) =>
  world.run((tx) =>
    tx
      .selectFrom('cases')
      .selectAll()
      .where('council_id', '=', world.councilId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );
const outcomes = async (caseId: string) => {
  const promises = await world.run((tx) => promisesOf(tx, world.councilId, [caseId]));
  return promises.map(({ standard, outcome }) => [standard.slug, outcome]);
};
const jobOf = (jobs: readonly { id: string; slug: string }[], slug: string) => {
  const job = jobs.find((one) => one.slug === slug);
  if (!job) throw new Error(`no job ${slug}`);
  return job.id;
};

async function collectBin(jobs: readonly { id: string; slug: string }[]) {
  const done = { jobId: jobOf(jobs, 'collect-bin'), note: 'Emptied at 10:20' };
  return world.run((tx) => completeJob(tx, world.clock, world.staff.omar, done));
}

async function cleanStreet(jobs: readonly { id: string; slug: string }[]) {
  const done = { jobId: jobOf(jobs, 'clean-street'), note: 'Swept', fileIds: [await aPhoto(world)] };
  return world.run((tx) => completeJob(tx, world.clock, world.staff.rui, done));
}

describe('Kay 4: the bin is done, the street is not', () => {
  test('the case stays open, the first promise is kept and the second runs', async () => {
    const { caseId, jobs } = await report(world, missedBin);
    world.clock.moveTo('2026-11-25T10:20:00Z');
    expect(await collectBin(jobs)).toEqual({ ok: true, caseEnded: false });
    expect(await outcomes(caseId)).toEqual([
      ['missed-bin-return', 'kept'],
      ['report-acknowledged', null],
      ['street-clean', null],
    ]);
    expect((await theCase(caseId)).ended_at).toBeNull();
  });

  test('nobody can call it done, and the refusal says which work is missing', async () => {
    const { caseId, jobs } = await report(world, missedBin);
    await collectBin(jobs);
    const end = { case: caseId, ending: 'done', reason: 'All done.' } as const;
    const refused = await world.run((tx) => endCase(tx, world.clock, world.staff.omar, end));
    expect(refused).toMatchObject({ ok: false, refusal: 'blocked' });
    expect(refused.ok ? [] : refused.blockers?.map(({ text }) => text)).toEqual(['Clean the street: not done yet']);
  });

  test('with the photo of the street it ends by itself, signed by the officer who owns it', async () => {
    const { caseId, jobs } = await report(world, missedBin);
    await collectBin(jobs);
    expect(await cleanStreet(jobs)).toEqual({ ok: true, caseEnded: true });
    const ending = await world.run((tx) =>
      tx.selectFrom('case_endings').selectAll().where('case_id', '=', caseId).executeTakeFirstOrThrow(),
    );
    expect(ending).toMatchObject({
      ending: 'done',
      by_name: 'Ada Mensah',
      reopen_until: new Date('2026-12-09T00:00:00Z'),
    });
  });

  test('"not fixed" the next day opens the same case: the promise turns to missed and only that work is sent again', async () => {
    const { caseId, reference, jobs } = await report(world, missedBin);
    await collectBin(jobs);
    await cleanStreet(jobs);
    world.clock.moveTo('2026-11-25T09:00:00Z');
    const notFixed = { case: reference.toLowerCase(), because: 'My bin is still full', jobs: ['collect-bin'] };
    const reopened = await world.run((tx) => reopenCase(tx, world.clock, visitor(world.councilId), notFixed));
    expect(reopened).toMatchObject({ ok: true, isEscalated: false });
    expect(await outcomes(caseId)).toEqual([
      ['missed-bin-return', 'missed'],
      ['report-acknowledged', 'kept'],
      ['street-clean', 'kept'],
      ['missed-bin-return', null],
    ]);
    const again = await world.run((tx) =>
      tx
        .selectFrom('jobs')
        .select(['slug', 'number', 'due_at'])
        .where('case_id', '=', caseId)
        .where('state', '=', 'sent')
        .execute(),
    );
    expect(again).toEqual([{ slug: 'collect-bin', number: 3, due_at: new Date('2026-11-27T17:00:00Z') }]);
    expect(await theCase(caseId)).toMatchObject({
      stage: 'open',
      ending: null,
      next_due_at: new Date('2026-11-27T17:00:00Z'),
    });
  });

  test('the second "not fixed" makes the manager its owner', async () => {
    const { caseId, jobs } = await report(world, {
      ...missedBin,
      answers: { container: 'rubbish', 'street-dirty': false },
    });
    const reopen = () =>
      world.run((tx) =>
        reopenCase(tx, world.clock, visitor(world.councilId), { case: caseId, because: 'Still there' }),
      );
    await collectBin(jobs);
    expect(await reopen()).toMatchObject({ ok: true, isEscalated: false });
    const open = await world.run((tx) =>
      tx
        .selectFrom('jobs')
        .select(['id', 'slug'])
        .where('case_id', '=', caseId)
        .where('ended_at', 'is', null)
        .execute(),
    );
    await collectBin(open);
    expect(await reopen()).toMatchObject({ ok: true, isEscalated: true });
    expect(await theCase(caseId)).toMatchObject({ owner_id: world.staff.mina.id, reopened_count: 2 });
  });

  test('after the window "not fixed" is a new report', async () => {
    const { caseId, jobs } = await report(world, missedBin);
    await collectBin(jobs);
    await cleanStreet(jobs);
    world.clock.moveTo('2026-12-09T00:00:00Z');
    const late = await world.run((tx) =>
      reopenCase(tx, world.clock, visitor(world.councilId), { case: caseId, because: '' }),
    );
    expect(late).toEqual({ ok: false, refusal: 'too-late' });
  });
});

describe('Kay 5: missed again', () => {
  test('within the window it is linked to the first, and the manager owns it', async () => {
    const first = await report(world, missedBin);
    await collectBin(first.jobs);
    await cleanStreet(first.jobs);
    world.clock.moveTo('2026-12-08T10:00:00Z');
    const second = await report(world, missedBin);
    expect(second.repeats?.reference).toBe(first.reference);
    expect(second.owner?.name).toBe('Mina Patel');
    expect(await theCase(second.caseId)).toMatchObject({ escalated_to: world.staff.mina.id });
  });

  test('after the window it is a report like any other', async () => {
    const first = await report(world, missedBin);
    await collectBin(first.jobs);
    await cleanStreet(first.jobs);
    world.clock.moveTo('2026-12-22T12:00:00Z');
    expect((await report(world, missedBin)).repeats).toBeNull();
  });

  test('a report while the first is in time is no second failure, and one past its promise is', async () => {
    await report(world, missedBin);
    expect((await report(world, missedBin)).repeats).toBeNull();
    world.clock.moveTo('2026-12-01T11:00:00Z');
    expect((await report(world, missedBin)).repeats).not.toBeNull();
  });
});
