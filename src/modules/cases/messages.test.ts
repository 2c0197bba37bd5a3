import { beforeEach, describe, expect, test } from 'vitest';
import { tellPromises } from '#modules/promises';
import { visitor } from '#modules/staff';
import { enqueue } from '#platform/outbox';
import { type Seahaven, startSeahaven } from '#test/seahaven';
import { aPhoto, missedBin, report } from '#test/seahaven/reports';
import { acceptJob, answerFromCustomer, askCustomer, completeJob, endCase, reopenCase } from './index.ts';

let world: Seahaven;
beforeEach(async () => {
  world = await startSeahaven('2026-11-24T11:00:00Z');
});

/** Every message of the case in the order in which it was written, once the queue has nothing left to do. */
async function messages(caseId: string) {
  await world.work();
  return world.run((tx) =>
    tx
      .selectFrom('messages')
      .select(['template_slug', 'to_address', 'body', 'promise_ids', 'reply_to'])
      .where('case_id', '=', caseId)
      .orderBy('id')
      .execute(),
  );
}

const complete = (jobId: string | undefined, more: object = {}) =>
  world.run((tx) =>
    completeJob(tx, world.clock, world.staff.mina, {
      jobId: jobId ?? '',
      note: 'Done at 10',
      ...more,
    }),
  );

describe('what the customer hears', () => {
  test('of a report: reference, promise with its date in words, and who answers for it', async () => {
    const { caseId, reference, promises } = await report(world, missedBin);
    const [received] = await messages(caseId);
    expect(received?.to_address).toBe('kay@example.org');
    expect(received?.body).toContain('We will collect your bin by 5pm on Thursday 26 November.');
    expect(received?.body).toContain(`/track/${reference}`);
    expect(received?.body).toContain('Ada Mensah, Adviser, Waste, waste@seahaven.example');
    expect(received?.reply_to).toBe('waste@seahaven.example');
    expect(received?.promise_ids).toHaveLength(promises.length);
  });

  test('once that somebody has taken the work on, however many jobs are taken and however often it is said', async () => {
    const { caseId, jobs, reference } = await report(world, missedBin);
    for (const job of [...jobs, ...jobs]) {
      const taken = await world.run((tx) => acceptJob(tx, world.clock, world.staff.mina, { jobId: job.id }));
      expect(taken.ok).toBe(true);
    }
    const told = (await messages(caseId)).filter((message) => message.template_slug === 'accepted');
    expect(told.map(({ body }) => body)).toEqual([expect.stringContaining(`/track/${reference}`)]);
  });

  test('of half the work: which half is done, what is left and by when (Kay 4)', async () => {
    const { caseId, jobs } = await report(world, missedBin);
    world.clock.moveTo('2026-11-25T10:00:00Z');
    await complete(jobs[0]?.id, { forCustomer: 'We emptied your bin' });
    const part = (await messages(caseId)).filter((message) => message.template_slug === 'part-done');
    expect(part.map(({ body }) => body)).toEqual([
      expect.stringContaining('done: We emptied your bin; left: Clean the street'),
    ]);
    expect(part[0]?.body).toContain('due: by 5pm on Tuesday 1 December');
  });

  test('of the end, once, after the work was confirmed and not before, and signed by a person', async () => {
    const { caseId, jobs } = await report(world, missedBin);
    await complete(jobs[0]?.id, {});
    expect((await messages(caseId)).map((message) => message.template_slug)).not.toContain('done');
    await complete(jobs[1]?.id, { fileIds: [await aPhoto(world)] });
    const closing = (await messages(caseId)).filter((message) => message.template_slug === 'done');
    expect(closing).toHaveLength(1);
    expect(closing[0]?.body).toContain('until: the end of Tuesday 8 December');
    expect(closing[0]?.body).toContain('Ada Mensah, Adviser');
  });

  test('of a refusal: the reasons and how to challenge them', async () => {
    const { caseId } = await report(world, missedBin);
    const refused = {
      case: caseId,
      ending: 'refused',
      reason: 'It held paint.',
      challenge: 'Write to the ombudsman.',
    } as const;
    await world.run((tx) => endCase(tx, world.clock, world.staff.omar, refused));
    const closing = (await messages(caseId)).find((message) => message.template_slug === 'refused');
    expect(closing?.body).toContain('reason: It held paint.');
    expect(closing?.body).toContain('Write to the ombudsman.');
  });

  test('of "not fixed": that it is open again, with the new promise', async () => {
    const { caseId, jobs } = await report(world, { ...missedBin, answers: { container: 'rubbish' } });
    await complete(jobs[0]?.id, {});
    world.clock.moveTo('2026-11-25T09:00:00Z');
    const because = { case: caseId, because: 'Still full' };
    await world.run((tx) => reopenCase(tx, world.clock, visitor(world.councilId), because));
    const again = (await messages(caseId)).find((message) => message.template_slug === 'reopened');
    expect(again?.body).toContain('We will collect your bin by 5pm on Friday 27 November.');
  });

  test('before a promise is missed, once, and the owner is warned', async () => {
    const { caseId } = await report(world, { ...missedBin, answers: { container: 'rubbish' } });
    await messages(caseId);
    world.clock.moveTo('2026-11-26T15:00:00Z');
    const sweep = () => world.run((tx) => enqueue(tx, 'promises-sweep-council', { councilId: world.councilId }));
    await sweep();
    await messages(caseId);
    await sweep();
    const warned = (await messages(caseId)).filter((message) => message.template_slug === 'at-risk');
    expect(warned.map(({ body }) => body)).toEqual([expect.stringContaining('due: by the end of today (5pm)')]);
    const entries = await world.run((tx) =>
      tx
        .selectFrom('case_entries')
        .select(['text', 'audience'])
        .where('kind', '=', 'promise')
        .where('case_id', '=', caseId)
        .execute(),
    );
    expect(entries).toContainEqual({ text: 'At risk: We will collect your bin.', audience: 'staff' });
  });

  test('of a date that the answer to our question moved: what it was and what it is', async () => {
    const { caseId } = await report(world, { ...missedBin, answers: { container: 'rubbish' } });
    await world.run((tx) => askCustomer(tx, world.clock, world.staff.omar, { case: caseId, question: 'Which gate?' }));
    world.clock.moveTo('2026-11-26T10:00:00Z');
    const answer = { case: caseId, text: 'The blue one' };
    const answered = await world.run((tx) => answerFromCustomer(tx, world.clock, visitor(world.councilId), answer));
    expect(answered.ok && answered.movedPromiseIds).toHaveLength(1);
    const sent = await messages(caseId);
    expect(sent.find((message) => message.template_slug === 'waiting-for-you')?.body).toContain(
      'question: Which gate?',
    );
    expect(sent.find((message) => message.template_slug === 'new-date')?.body).toContain(
      'due: by 5pm on Monday 30 November; was: by the end of today (5pm)',
    );
  });

  test('nothing, where nobody left a way to reach them', async () => {
    const { caseId } = await report(world, { ...missedBin, parties: [{ role: 'requester', name: 'Kay Lewis' }] });
    expect(await messages(caseId)).toEqual([]);
  });
});

test('being told by an adviser acknowledges the report', async () => {
  const { caseId, promises } = await report(world, missedBin);
  const told = { promiseIds: [promises[0]?.id ?? ''], at: world.clock.now(), contactId: caseId };
  await world.run((tx) => tellPromises(tx, world.clock, world.staff.ada, told));
  await world.work();
  const acknowledged = await world.run((tx) =>
    tx
      .selectFrom('promises')
      .select('outcome')
      .where('subject_id', '=', caseId)
      .where('kind', '=', 'acknowledge')
      .execute(),
  );
  expect(acknowledged).toEqual([{ outcome: 'kept' }]);
});
