import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { answerDiscount, discountDecision, prove, sendDiscount, withDiscount } from '#test/discount';
import { connectedTo, json, type Receiver, startReceiver } from '#test/hand-overs';
import { aToken } from '#test/machine';

let house: TestApp;
let office: Receiver;
let token: string;

beforeAll(async () => {
  office = await startReceiver();
  house = await startApp({ deps: { handOver: connectedTo(office.url, '/nowhere') } });
  token = await aToken(house, 'api-write');
});
beforeEach(() => {
  office.behave((_, reply) => reply.writeHead(204).end());
});

const BY_ITSELF = { handOver: ['revenues-system'], closes: 'by-itself', owner: { team: 'revenues-benefits' } };
const GRANTED = {
  id: 'a-1',
  reference: 'CT-1',
  result: 'granted',
  reasons: [{ code: 'only-adult', words: 'Single occupier, code 25' }],
  amount: { pence: 36_050, per: 'year' },
  from: '2026-11-01',
};
const REFUSED = {
  id: 'r-1',
  result: 'refused',
  reasons: [
    { code: 'other-adult', words: 'n/a' },
    { code: 'X', words: 'Two names are on the tenancy.' },
  ],
};

interface Applied {
  kay: Browser;
  reference: string;
  id: string;
}

async function applied(changes: object = {}): Promise<Applied> {
  await withDiscount(house, { ...BY_ITSELF, ...changes });
  const kay = house.browser();
  await answerDiscount(kay);
  await kay.submit({ how: 'later' });
  const reference = await sendDiscount(kay);
  await house.work();
  return { kay, reference, id: (await rowOf(reference)).id };
}

interface Row {
  id: string;
  state: string;
  result: string | null;
  attention: string | null;
  ending: string | null;
}

async function rowOf(reference: string): Promise<Row> {
  const { rows } = await house.deps.db.pool.query<Row>(
    'select h.id, h.state, h.result, h.attention, c.ending from hand_overs h join cases c on c.id = h.case_id where c.reference = $1',
    [reference],
  );
  return rows[0] as Row;
}

async function decisions(reference: string): Promise<{ result: string; state: string; proposed_by_name: string }[]> {
  const { rows } = await house.deps.db.pool.query<{ result: string; state: string; proposed_by_name: string }>(
    'select d.result, d.state, d.proposed_by_name from decisions d join cases c on c.id = d.case_id where c.reference = $1 order by d.number',
    [reference],
  );
  return rows;
}

async function letters(reference: string): Promise<string[]> {
  await house.work();
  const { rows } = await house.deps.db.pool.query<{ body: string }>(
    "select m.body from messages m join cases c on c.id = m.case_id where c.reference = $1 and m.template_slug in ('decision', 'done', 'refused') order by m.made_at",
    [reference],
  );
  return rows.map(({ body }) => body);
}

async function say(id: string, body: object): Promise<{ status: number; body: Record<string, unknown> }> {
  const reply = await house.app.inject({
    method: 'POST',
    url: `/api/v1/hand-overs/${id}/answer`,
    headers: { authorization: `Bearer ${token}` },
    payload: body,
  });
  return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() };
}

async function colinOn(reference: string): Promise<Browser> {
  const colin = await house.signedIn('colin-webb');
  await colin.visit(`/desk/cases/${reference}`);
  return colin;
}

describe('a yes of the back office', () => {
  test('in its response is a decision with the reason, the law and the way to challenge of the service', async () => {
    office.behave(json(GRANTED));
    const { kay, reference } = await applied();
    const row = await rowOf(reference);
    await prove(kay, reference);

    expect([row.state, row.ending, row.attention]).toEqual(['answered', 'done', null]);
    expect(await decisions(reference)).toEqual([
      { result: 'granted', state: 'made', proposed_by_name: 'Council tax and benefits system' },
    ]);
    expect(kay.text).toContain('You are the only adult who counts.');
    expect(kay.text).toContain('Section 11, Local Government Finance Act 1992');
    expect(kay.text).toContain('£360.50 a year from Sunday 1 November 2026');
    expect(kay.text).not.toContain('Single occupier, code 25');
    expect(kay.text).not.toContain('It is not fixed');
  });

  test('is told in one letter, however often and by however many ways it comes', async () => {
    const { reference, id } = await applied();
    const replies = await Promise.all([say(id, GRANTED), say(id, GRANTED), say(id, { ...GRANTED, id: 'a-2' })]);
    await say(id, GRANTED);
    const told = await letters(reference);

    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 201, 201]);
    expect(await decisions(reference)).toHaveLength(1);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('you can appeal');
  });

  test('with words of its own and no reason of the list is decided in its words', async () => {
    const { kay, reference, id } = await applied();
    await say(id, { id: 'w', result: 'done', words: 'Your account was credited.' });
    await prove(kay, reference);

    expect((await rowOf(reference)).ending).toBe('done');
    expect(kay.text).toContain('Your account was credited.');
  });

  test.each([
    [{ id: 'n', result: 'granted' }, 'without a reason'],
    [{ ...GRANTED, reasons: [{ code: 'other-adult', words: 'x' }] }, 'a reason that is not for a yes'],
  ])('that gives no reason for a yes waits for an officer', async (body, why) => {
    const { reference, id } = await applied();
    await say(id, body);
    const row = await rowOf(reference);

    expect(row.ending).toBeNull();
    expect(row.attention).toContain(why);
    expect(await decisions(reference)).toEqual([]);
  });

  test('is a proposal where two officers decide, and tells nobody before one agrees', async () => {
    const { reference, id } = await applied({ decision: { ...discountDecision, officers: 2 } });
    await say(id, GRANTED);
    expect((await rowOf(reference)).attention).toContain('an officer must agree');
    expect(await letters(reference)).toEqual([]);
    const colin = await colinOn(reference);
    await colin.submit({ act: 'agree' }, `/desk/cases/${reference}/second`);
    const told = await letters(reference);
    const row = await rowOf(reference);

    expect([row.ending, row.attention, told.length]).toEqual(['done', null, 1]);
  });

  test('waits for its officer where the service is closed by one, filled in for them', async () => {
    const { kay, reference, id } = await applied({ closes: 'by-officer' });
    await say(id, GRANTED);
    await prove(kay, reference);
    expect(kay.text).not.toContain('£360.50');
    expect((await rowOf(reference)).attention).toBe('It says yes: read it, and decide');
    const colin = await colinOn(reference);
    expect(colin.text).toContain('Filled in with what the back office answered');
    await colin.submitAsShown(`/desk/cases/${reference}/decision`);
    await prove(kay, reference);
    await house.work();

    expect(kay.text).toContain('£360.50 a year');
    expect(await rowOf(reference)).toMatchObject({ ending: 'done', attention: null });
  });
});

test('a no is decided by an officer, who finds it filled in, and only then told', async () => {
  const { kay, reference, id } = await applied();
  await say(id, REFUSED);
  await prove(kay, reference);
  expect(kay.text).not.toContain('tenancy');
  expect((await rowOf(reference)).attention).toBe('Read this before the customer is told, and decide');
  const colin = await colinOn(reference);
  await colin.submitAsShown(`/desk/cases/${reference}/decision`);
  const [letter] = await letters(reference);

  expect(letter).toContain('Another adult who counts lives there.');
  expect(letter).toContain('Two names are on the tenancy.');
  expect(await rowOf(reference)).toMatchObject({ ending: 'refused', attention: null });
});

describe('an answer after an officer has decided', () => {
  async function decidedByColin(): Promise<Applied> {
    const all = await applied();
    const colin = await colinOn(all.reference);
    const grant = { 'decision-result': 'granted', 'decision-reasons': ['only-adult'] };
    await colin.submit(grant, `/desk/cases/${all.reference}/decision`);
    return all;
  }

  test('is refused plainly, changes nothing, and is listed for a person until somebody has seen to it', async () => {
    const { reference, id } = await decidedByColin();
    const late = await say(id, REFUSED);
    const again = await say(id, REFUSED);
    await house.work();
    const row = await rowOf(reference);
    const colin = await house.signedIn('colin-webb');
    await colin.visit('/desk/hand-overs?state=attention');

    expect([late.status, again.status]).toEqual([409, 409]);
    expect(late.body['detail']).toContain('This was decided before your answer came');
    expect([row.ending, row.state, row.result]).toEqual(['done', 'answered', null]);
    expect(row.attention).toContain('Colin Webb decided it: granted. Council tax and benefits system says refused now');
    expect(await decisions(reference)).toHaveLength(1);
    expect(colin.text).toContain(reference);
    await colin.visit(`/desk/hand-overs/${id}`);
    expect(colin.text).toContain('Too late: it changed nothing');
    await colin.submit({}, `/desk/hand-overs/${id}/seen`);
    expect((await rowOf(reference)).attention).toBeNull();
  });

  test('that says the same is taken, and nobody has to look', async () => {
    const { reference, id } = await decidedByColin();
    const same = await say(id, GRANTED);

    expect([same.status, same.body['standing']]).toEqual([201, 'same']);
    expect(await rowOf(reference)).toMatchObject({ state: 'answered', attention: null });
    expect(await decisions(reference)).toHaveLength(1);
  });

  test('typed in at the desk is refused there, and nothing of it is kept', async () => {
    const { id } = await decidedByColin();
    const colin = await house.signedIn('colin-webb');
    await colin.visit(`/desk/hand-overs/${id}`);
    const said = { result: 'refused', words: 'They say no.', theirs: '' };
    await colin.submit(said, `/desk/hand-overs/${id}/answer`);

    expect(colin.status).toBe(422);
    expect(colin.text).toContain('The case was decided before, and not like this');
    expect(colin.html).toContain('They say no.');
  });
});

test('a yes about an application that was withdrawn is late too', async () => {
  const { reference, id } = await applied();
  const colin = await colinOn(reference);
  await colin.submit({ ending: 'withdrawn', 'ending-reason': 'They moved away' }, `/desk/cases/${reference}/ending`);
  const late = await say(id, GRANTED);

  expect([late.status, (await rowOf(reference)).ending]).toEqual([409, 'withdrawn']);
  expect((await rowOf(reference)).attention).toContain('The case had ended');
});
