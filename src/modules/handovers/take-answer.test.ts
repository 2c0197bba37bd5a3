import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import { amend, connectedTo, json, type Receiver, startReceiver } from '#test/hand-overs';
import { aToken } from '#test/machine';
import { reportInStreet } from '#test/street-reports';

let app: TestApp;
let office: Receiver;
let token: string;

beforeAll(async () => {
  office = await startReceiver();
  app = await startApp({ deps: { handOver: connectedTo(office.url, '/nowhere') } });
  token = await aToken(app, 'api-write');
  const jobs = [
    {
      slug: 'decide',
      title: { en: 'Decide' },
      instructions: { en: 'Decide' },
      by: { team: 'revenues-benefits' },
      evidence: 'note',
      standard: 'enquiry-answered',
      handover: 'sheet',
    },
  ];
  const changes = { handOver: ['revenues-system'], closes: 'by-itself', jobs };
  await amend(app, { kind: 'service', slug: 'pothole', changes });
});
beforeEach(() => {
  office.behave((_, reply) => reply.writeHead(204).end());
});

interface Standing {
  id: string;
  state: string;
  result: string | null;
  attention: string | null;
  external_reference: string | null;
  stage: string;
  ending: string | null;
}

async function accepted(): Promise<{ caseId: string; reference: string; id: string }> {
  const { caseId, reference } = await reportInStreet(app);
  await app.work();
  return { caseId, reference, id: (await standing(caseId)).id };
}

async function standing(caseId: string): Promise<Standing> {
  const { rows } = await app.deps.db.pool.query<Standing>(
    'select h.*, c.stage, c.ending from hand_overs h join cases c on c.council_id = h.council_id and c.id = h.case_id where c.id = $1',
    [caseId],
  );
  return rows[0] as Standing;
}

async function story(caseId: string, audience: string): Promise<string[]> {
  const { rows } = await app.deps.db.pool.query<{ text: string }>(
    'select text from case_entries where case_id = $1 and audience = $2 order by at, id',
    [caseId, audience],
  );
  return rows.map(({ text }) => text);
}

async function answer(id: string, body: object, bearer = token) {
  const reply = await app.app.inject({
    method: 'POST',
    url: `/api/v1/hand-overs/${id}/answer`,
    headers: { authorization: `Bearer ${bearer}` },
    payload: body,
  });
  return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() };
}

const GRANTED = {
  id: 'a-1',
  reference: 'CT-1001',
  result: 'granted',
  reasons: [{ code: 'SPD1', words: 'You are the only adult who lives there.' }],
  amount: { pence: 36_050, per: 'year' },
  from: '2026-11-01',
};

describe('an answer', () => {
  test('in the response to the delivery goes straight through: the case ends, and the resident reads why', async () => {
    office.behave(json(GRANTED));
    const { caseId } = await accepted();
    const now = await standing(caseId);

    expect(now).toMatchObject({ state: 'answered', result: 'granted', external_reference: 'CT-1001', attention: null });
    expect([now.stage, now.ending]).toEqual(['ended', 'done']);
    expect(await story(caseId, 'customer')).toContain(
      'Granted. You are the only adult who lives there. £360.50 a year from 1 November 2026.',
    );
  });

  test('by REST days later does the same, once, however often it comes', async () => {
    const { caseId, id } = await accepted();
    app.clock.advance(3 * 1_440);
    const replies = await Promise.all([answer(id, GRANTED), answer(id, GRANTED)]);
    const again = await answer(id, GRANTED);

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(again.status).toBe(200);
    expect((await standing(caseId)).ending).toBe('done');
    expect((await story(caseId, 'customer')).filter((text) => text.startsWith('Granted'))).toHaveLength(2);
  });

  test('that only acknowledges keeps its reference and decides nothing', async () => {
    const { caseId, id } = await accepted();
    const { status, body } = await answer(id, { id: 'ack', reference: 'CT-9' });

    expect([status, body['standing']]).toEqual([201, 'taken']);
    expect(await standing(caseId)).toMatchObject({
      state: 'delivered',
      external_reference: 'CT-9',
      result: null,
      stage: 'open',
    });
  });

  test('that contradicts the one that stands goes to a person and changes nothing', async () => {
    const { caseId, id } = await accepted();
    await answer(id, GRANTED);
    const same = await answer(id, { ...GRANTED, id: 'a-2' });
    const other = await answer(id, {
      id: 'a-3',
      result: 'refused',
      reasons: [{ code: 'X', words: 'Two adults live there.' }],
    });
    const now = await standing(caseId);

    expect([same.body['standing'], other.body['standing']]).toEqual(['same', 'to-a-person']);
    expect([now.result, now.ending]).toEqual(['granted', 'done']);
    expect(now.attention).toContain('said granted before and says refused now');
    expect((await story(caseId, 'customer')).join()).not.toContain('Two adults');
  });

  test('that asks for evidence asks the customer, and the final one comes after it', async () => {
    const { caseId, id } = await accepted();
    await answer(id, {
      id: 'e-1',
      result: 'needs-evidence',
      evidence: [{ code: 'LEASE', words: 'Your tenancy agreement' }],
    });
    const asked = await standing(caseId);
    await answer(id, { ...GRANTED, id: 'e-2' });

    expect([asked.state, asked.stage]).toEqual(['delivered', 'waiting']);
    expect((await story(caseId, 'customer')).join()).toContain('To decide, we need:\nYour tenancy agreement');
    expect((await standing(caseId)).result).toBe('granted');
  });

  describe('that asks for evidence', () => {
    const LEASE = { result: 'needs-evidence', evidence: [{ code: 'LEASE', words: 'Your tenancy agreement' }] };
    const PIECE = 'revenues-system-lease';

    const pieces = async (caseId: string) => {
      const { rows } = await app.deps.db.pool.query<object>(
        'select piece, name, state, is_waited_for as waits, due_on::text as due from evidence where case_id = $1 order by made_at, id',
        [caseId],
      );
      return rows;
    };
    const questions = async (caseId: string) => {
      const { rows } = await app.deps.db.pool.query<{ body: string }>(
        "select body from messages where case_id = $1 and template_slug = 'waiting-for-you'",
        [caseId],
      );
      return rows.map(({ body }) => body);
    };

    test('makes a piece with a day, tells the customer, pauses the promises, and does so once', async () => {
      const { caseId, id } = await accepted();
      const first = await answer(id, { id: 'e-1', ...LEASE });
      const same = await answer(id, { id: 'e-1', ...LEASE });
      const again = await answer(id, { id: 'e-2', ...LEASE });
      await app.work();

      expect([first.status, same.status, again.status]).toEqual([201, 200, 201]);
      const day = expect.stringMatching(/^2026-12-/) as string;
      expect(await pieces(caseId)).toEqual([
        { piece: PIECE, name: 'Your tenancy agreement', state: 'asked', waits: true, due: day },
      ]);
      const told = await questions(caseId);
      expect(told).toHaveLength(1);
      expect(told[0]).toMatch(/Your tenancy agreement\s+Please send it or bring it by \w+day \d+ December 2026/);
      const { rows } = await app.deps.db.pool.query(
        'select bool_and(p.paused_at is not null) as paused from promises p where p.subject_id = $1 and p.outcome is null',
        [caseId],
      );
      expect(rows).toEqual([{ paused: true }]);
      expect((await standing(caseId)).stage).toBe('waiting');
    });

    test('shows an officer what comes, and another answer asks for nothing that is here', async () => {
      const { caseId, reference, id } = await accepted();
      await answer(id, { id: 'e-1', ...LEASE });
      const kay = app.browser();
      await kay.visit(`/track/${reference}`);
      await kay.submit({ fact: 'kay@mail.example' });
      await kay.visit(`/track/${reference}/evidence/${PIECE}`);
      const bytes = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
      await kay.attach(`/track/${reference}/evidence/${PIECE}`, { field: 'file', name: 'lease.pdf', bytes });
      await app.work();
      const came = await standing(caseId);
      await answer(id, { id: 'e-2', ...LEASE });
      await app.work();

      const words = 'It asked for this, and it is here: Your tenancy agreement. Look at it, and pass it on';
      expect([came.stage, came.attention]).toEqual(['open', words]);
      expect([(await standing(caseId)).stage, (await standing(caseId)).attention]).toEqual(['open', words]);
      expect(await questions(caseId)).toHaveLength(1);
      await answer(id, { ...GRANTED, id: 'e-3' });
      expect(await standing(caseId)).toMatchObject({ result: 'granted', attention: null });
    });

    test('after the case has ended asks nobody and tells an officer', async () => {
      const { caseId, reference, id } = await accepted();
      const kay = app.browser();
      await kay.visit(`/track/${reference}`);
      await kay.submit({ fact: 'kay@mail.example' });
      await app.deps.db.pool.query(
        "update cases set ended_at = now(), stage = 'ended', ending = 'withdrawn' where id = $1",
        [caseId],
      );
      const late = await answer(id, { id: 'e-1', ...LEASE });

      expect(late.status).toBe(201);
      expect(await pieces(caseId)).toEqual([]);
      expect((await standing(caseId)).attention).toBe(
        'It asks for evidence, and the customer was not asked: the case has ended',
      );
    });
  });

  test('that refuses is read by an officer before the customer', async () => {
    const { caseId, id } = await accepted();
    await answer(id, { id: 'r-1', result: 'refused', reasons: [{ code: 'R', words: 'The home is not empty.' }] });
    const now = await standing(caseId);

    expect([now.state, now.stage, now.attention]).toEqual([
      'answered',
      'open',
      'Read this before the customer is told, and decide',
    ]);
    expect((await story(caseId, 'customer')).join()).not.toContain('not empty');
    expect((await story(caseId, 'staff')).join()).toContain('Refused. The home is not empty.');
  });

  test('about something that we gave up on delivers it', async () => {
    office.behave((_, reply) => reply.writeHead(422).end());
    const { caseId, id } = await accepted();
    const before = (await standing(caseId)).state;
    await answer(id, GRANTED);

    expect([before, (await standing(caseId)).state]).toEqual(['failed', 'answered']);
  });

  test('under an id that had other words is refused, and so are nobody’s hand-over, a reading token and half an answer', async () => {
    const { id } = await accepted();
    await answer(id, GRANTED);
    const other = await answer(id, { ...GRANTED, reference: 'CT-2' });
    const none = await answer('01900000-0000-7000-8000-000000000000', GRANTED);
    const reading = await answer(id, GRANTED, await aToken(app, 'api-read'));
    const half = await answer(id, { id: 'h' });
    const odd = await answer(id, { id: 'o', result: 'needs-evidence' });

    expect([other.status, none.status, reading.status, half.status, odd.status]).toEqual([409, 404, 403, 400, 400]);
    expect(odd.body['field']).toBe('evidence');
  });
});

test('a system that fetches its work finds what waits for it, and the whole of one', async () => {
  const { id } = await accepted();
  const get = async (path: string) =>
    (await app.app.inject({ method: 'GET', url: path, headers: { authorization: `Bearer ${token}` } })).json<{
      items: { id: string }[];
      payload: { data: { id: string } };
    }>();

  expect(
    (await get('/api/v1/hand-overs?destination=revenues-system&state=delivered')).items.map((one) => one.id),
  ).toContain(id);
  expect((await get(`/api/v1/hand-overs/${id}`)).payload.data.id).toBe(id);
});
