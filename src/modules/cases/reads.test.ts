import { beforeEach, describe, expect, test } from 'vitest';
import { type Seahaven, startSeahaven } from '#test/seahaven';
import { KAYS_HOME, kay, missedBin, pothole, report } from '#test/seahaven/reports';
import {
  addToCase,
  caseView,
  completeJob,
  jobSheet,
  searchCases,
  teamJobs,
  trackCase,
  worklist,
  worklistCounts,
} from './index.ts';

let world: Seahaven;
beforeEach(async () => {
  world = await startSeahaven('2026-11-24T11:00:00Z');
});

const found = async (typed: string, who: keyof Seahaven['staff'] = 'ada') =>
  (await world.run((tx) => searchCases(tx, world.staff[who], typed))).map(({ reference }) => reference);

describe('the view of a case', () => {
  test('holds everything that hangs on it, and its reading is written down with its purpose', async () => {
    const { caseId, reference } = await report(world, missedBin);
    await world.run((tx) =>
      addToCase(tx, world.clock, world.staff.ada, { case: caseId, kind: 'note', text: 'Rang twice' }),
    );
    const command = { case: reference, purpose: 'answering a call' };
    const result = await world.run((tx) => caseView(tx, world.clock, world.staff.ada, command));
    if (!result.ok) throw new Error(result.refusal);
    const { view } = result;
    expect(view.answers).toEqual([
      { id: 'container', question: 'Which bin?', answer: 'Rubbish' },
      { id: 'street-dirty', question: 'Was rubbish left on the street?', answer: 'Yes' },
      { id: 'more', question: 'Anything else?', answer: 'It smells.' },
    ]);
    expect(view.parties).toMatchObject([{ role: 'requester', name: 'Kay Lewis', email: 'kay@example.org' }]);
    expect(view.jobs.map(({ title, team }) => [title, team])).toEqual([
      ['Collect the bin', 'Waste'],
      ['Clean the street', 'Street Cleaning'],
    ]);
    expect(view.entries.map(({ kind }) => kind)).toEqual(['opened', 'note']);
    expect(view.blockers.map(({ text }) => text)).toEqual([
      'Collect the bin: not done yet',
      'Clean the street: not done yet',
    ]);
    const read = await world.run((tx) =>
      tx
        .selectFrom('audit_entries')
        .select('purpose')
        .where('kind', '=', 'read')
        .where('subject_id', '=', caseId)
        .execute(),
    );
    expect(read).toEqual([{ purpose: 'answering a call' }]);
  });

  test('is closed to a partner', async () => {
    const { caseId } = await report(world, missedBin);
    const command = { case: caseId, purpose: 'curiosity' };
    expect(await world.run((tx) => caseView(tx, world.clock, world.staff.pat, command))).toMatchObject({ ok: false });
  });
});

describe('tracking by reference', () => {
  test('says what has happened and what happens next, and nothing of the household without proof', async () => {
    const { caseId, reference, jobs } = await report(world, missedBin);
    const secret = { case: caseId, kind: 'new-fact', text: 'The side gate code is 4711' } as const;
    await world.run((tx) => addToCase(tx, world.clock, world.staff.ada, secret));
    const done = { jobId: jobs[0]?.id ?? '', note: 'n', forCustomer: 'We emptied the bin of 14 Elm Road' };
    await world.run((tx) => completeJob(tx, world.clock, world.staff.omar, done));
    const track = (isProven: boolean) => world.run((tx) => trackCase(tx, world.councilId, { reference, isProven }));
    const [unproven, proven] = [await track(false), await track(true)];
    expect(JSON.stringify(unproven)).not.toMatch(/4711|Elm Road|Kay/);
    expect(unproven?.entries.map(({ text }) => text)).toEqual([
      'Missed bin collection was reported.',
      'Collect the bin: done.',
    ]);
    expect(proven?.place).toBe('14 Elm Road');
    expect(proven?.entries.map(({ text }) => text)).toContain('We emptied the bin of 14 Elm Road');
  });
});

describe('the worklist', () => {
  test('is sorted by the next promise and goes by key through pages of fifty, each case once', async () => {
    for (let house = 0; house < 53; house += 1) {
      world.clock.advance(1);
      await report(world, { ...missedBin, place: { uprn: 990_000_002_000 + house } });
    }
    const first = await world.run((tx) =>
      worklist(tx, world.clock, world.staff.omar, { of: { teamId: world.team.waste } }),
    );
    const second = await world.run((tx) =>
      worklist(tx, world.clock, world.staff.omar, { of: { teamId: world.team.waste }, after: first.next }),
    );
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 3, null]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(53);
  });

  test('counts and shows what is due today, overdue and waiting', async () => {
    await report(world, missedBin);
    world.clock.moveTo('2026-11-25T09:00:00Z');
    const counts = () => world.run((tx) => worklistCounts(tx, world.clock, world.staff.omar, world.team.waste));
    expect(await counts()).toEqual({ all: 1, today: 1, overdue: 0, waiting: 0, unassigned: 0, escalated: 0 });
    world.clock.moveTo('2026-11-26T09:00:00Z');
    expect(await counts()).toMatchObject({ today: 0, overdue: 1 });
    const of = { teamId: world.team.waste };
    const overdue = await world.run((tx) => worklist(tx, world.clock, world.staff.omar, { of, filter: 'overdue' }));
    expect(overdue.rows).toMatchObject([{ title: 'Missed bin collection', isOverdue: true, owner: 'Ada Mensah' }]);
  });

  test('of a partner is empty, and their jobs are their own', async () => {
    await report(world, { ...missedBin, service: 'no-water', answers: { neighbours: true } });
    expect((await world.run((tx) => worklist(tx, world.clock, world.staff.pat, { of: 'all' }))).rows).toEqual([]);
    const jobs = (team: 'harbour-repairs' | 'waste') =>
      world.run((tx) => teamJobs(tx, world.clock, world.staff.pat, { teamId: world.team[team] }));
    expect((await jobs('harbour-repairs')).jobs).toMatchObject([
      { title: 'Restore water or make safe', state: 'sent' },
    ]);
    expect((await jobs('waste')).jobs).toEqual([]);
  });
});

test('a job sheet holds what the job needs, and is closed to another team of another kind', async () => {
  const { reference, jobs } = await report(world, missedBin);
  const read = (who: keyof Seahaven['staff']) =>
    world.run((tx) => jobSheet(tx, world.clock, world.staff[who], { jobId: jobs[0]?.id ?? '' }));
  const sheet = await read('omar');
  expect(sheet).toMatchObject({
    ok: true,
    sheet: {
      sheet: `${reference}/1`,
      place: { words: '14 Elm Road' },
      contact: { name: 'Kay Lewis' },
      evidence: 'note',
    },
  });
  expect(await read('pat')).toEqual({ ok: false, refusal: 'not-allowed' });
});

describe('searching cases', () => {
  test('knows a reference, a postcode, a house with its postcode, and words', async () => {
    const bin = await report(world, missedBin);
    const hole = await report(world, {
      ...pothole,
      answers: { what: 'Deep craters beside the bakery' },
      parties: [kay],
    });
    expect(await found(bin.reference.replace('-', ' ').toLowerCase())).toEqual([bin.reference]);
    expect(await found('rm95aa')).toEqual([bin.reference]);
    expect(await found('14, RM9 5AA')).toEqual([bin.reference]);
    expect(await found('15 RM9 5AA')).toEqual([]);
    expect(await found('crater bakery')).toEqual([hole.reference]);
    expect(await found('   ')).toEqual([]);
    expect(KAYS_HOME.postcode).toBe('RM9 5AA');
  });

  test("never finds another council's cases, whatever the index holds", async () => {
    await report(world, { ...pothole, answers: { what: 'Deep craters beside the bakery' } });
    const other = await startSeahaven('2026-11-24T11:00:00Z');
    const cases = await other.run((tx) => searchCases(tx, other.staff.ada, 'crater'));
    expect(cases).toEqual([]);
  });

  test('is not for partners', async () => {
    const { reference } = await report(world, missedBin);
    expect(await found(reference, 'pat')).toEqual([]);
  });
});
