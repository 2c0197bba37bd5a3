import { beforeAll, describe, expect, test } from 'vitest';
import { completeJob, endCase } from '#modules/cases';
import { inCouncil } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import { type Open311Client, open311Client } from '#test/open311';
import { clockwork } from '#test/places';

let app: TestApp;
let client: Open311Client;

beforeAll(async () => {
  app = await startApp();
  client = await open311Client(app);
});

const post: Open311Client['post'] = (path, fields) => client.post(path, fields);
const get: Open311Client['get'] = (path) => client.get(path);
const reported: Open311Client['reported'] = (more) => client.reported(more);
const caseOf: Open311Client['caseOf'] = (reference) => client.caseOf(reference);

/** Do the work of a case and end it, as its crew and officer would. */
async function finish(reference: string): Promise<void> {
  const actor = clockwork(app.councilId);
  const { id } = await caseOf(reference);
  await inCouncil(app.deps.db, app.councilId, async (tx) => {
    const jobs = await tx
      .selectFrom('jobs')
      .select('id')
      .where('council_id', '=', app.councilId)
      .where('case_id', '=', id)
      .execute();
    const machine = { ...actor, type: 'machine', id: app.councilId, role: 'api-write' } as const;
    await tx
      .updateTable('jobs')
      .set({ evidence: 'note' })
      .where('council_id', '=', app.councilId)
      .where('case_id', '=', id)
      .execute();
    for (const job of jobs) await completeJob(tx, app.clock, machine, { jobId: job.id, note: 'New lamp fitted.' });
    await endCase(tx, app.clock, actor, { case: id, ending: 'done', reason: 'The lamp is new.' });
  });
}

describe('updates', () => {
  test('that are made here are read with the words of FixMyStreet, without the text of any person', async () => {
    const reference = await reported();
    await finish(reference);
    const xml = await get('servicerequestupdates.xml?start_date=2026-11-24T00:00:00Z&end_date=2026-11-25T00:00:00Z');
    const updates = (await get(`servicerequestupdates.json?service_request_id=${reference}`)).json<
      Record<string, string>[]
    >();

    expect(updates).toMatchObject([{ service_request_id: reference, status: 'FIXED' }]);
    expect(updates[0]?.['update_id']).toBeTruthy();
    expect(xml.body).toContain('<service_request_updates><request_update><update_id>');
    expect(xml.body).not.toContain('New lamp fitted');
  });

  let count = 0;
  const nextNumber = () => {
    count += 1;
    return count;
  };
  const update = (reference: string, more: Record<string, string> = {}) => ({
    service_request_id: reference,
    update_id: `u${nextNumber()}`,
    updated_datetime: '2026-11-24T11:00:00Z',
    status: 'OPEN',
    description: 'It hums as well.',
    email: 'sam@example.com',
    first_name: 'Sam',
    last_name: 'Okoro',
    ...more,
  });
  const entriesOf = async (reference: string) => {
    const { rows } = await app.deps.db.pool.query<{ kind: string; text: string }>(
      'select e.kind, e.text from case_entries e join cases c on c.council_id = e.council_id and c.id = e.case_id where c.reference = $1 order by e.at, e.id',
      [reference],
    );
    return rows;
  };

  test('that are made there are added to the case once, however often they come', async () => {
    const reference = await reported();
    const fields = update(reference);
    const [one, two] = [
      await post('servicerequestupdates.xml', fields),
      await post('servicerequestupdates.xml', fields),
    ];

    expect(one.body).toMatch(/<service_request_updates><request_update><update_id>[^<]+</);
    expect(two.body).toBe(one.body);
    expect((await entriesOf(reference)).filter(({ kind }) => kind === 'new-fact')).toEqual([
      { kind: 'new-fact', text: 'It hums as well.' },
    ]);
  });

  test('"not fixed" from there opens the same case again', async () => {
    const reference = await reported();
    await finish(reference);
    const reply = await post('servicerequestupdates.json', update(reference, { description: 'Still dark.' }));

    expect(reply.statusCode).toBe(200);
    expect((await get(`requests/${reference}.json`)).json()).toMatchObject([{ status: 'open' }]);
    expect((await entriesOf(reference)).map(({ kind }) => kind)).toContain('reopened');
  });

  test('a status from there never ends a case here', async () => {
    const reference = await reported();
    await post('servicerequestupdates.json', update(reference, { status: 'FIXED', description: 'Seems fine.' }));

    expect((await get(`requests/${reference}.json`)).json()).toMatchObject([{ status: 'open' }]);
  });

  test.each([
    [{ service_request_id: '' }, 400],
    [{ service_request_id: 'K7M3-QX9T' }, 404],
    [{ update_id: '' }, 400],
    [{ status: 'EXPLODED' }, 400],
    [{ updated_datetime: 'soon' }, 400],
    [{ description: '', status: '' }, 400],
    [{ api_key: '' }, 403],
  ])('%j is refused with %i', async (wrong, status) => {
    const reply = await post('servicerequestupdates.json', update(await reported(), wrong));

    expect([reply.statusCode, reply.json()]).toEqual([
      status,
      [{ code: status, description: expect.any(String) as string }],
    ]);
  });
});
