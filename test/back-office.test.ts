import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { deliverHandOvers } from '#modules/handovers';
import { startApp, type TestApp } from '#test/app';
import { type Office, startOffice } from '#test/back-office';
import { atEndOfFile } from '#test/endings';
import { connectedTo } from '#test/hand-overs';
import { aToken } from '#test/machine';
import { reportInStreet } from '#test/street-reports';

// The program of examples/back-office as a process of its own, over the wire: what an operator would see.

let app: TestApp;
let folder: string;
let token: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'back-office-'));
  // A receiver refuses a signature of another day, so this house keeps the real time.
  app = await startApp({ now: new Date().toISOString() });
  app.deps.publicUrl = await app.app.listen({ port: 0, host: '127.0.0.1' });
  token = await aToken(app, 'api-write');
  atEndOfFile(() => rm(folder, { recursive: true, force: true }));
});

const HOME = { uprn: 990_000_001_000, words: '14 Elm Road, Grays', postcode: 'RM17 6QT' };

const officeAt = (port?: string): Promise<Office> =>
  startOffice({ file: join(folder, 'back-office.json'), token, ...(port !== undefined && { port }) });

const connect = (url: string | null) => {
  app.deps.handOver = connectedTo(url === null ? null : `${url}/hand-overs`, folder);
};

async function apply(service: string, answers: Record<string, string | boolean>): Promise<string> {
  const { caseId } = await reportInStreet(app, { service, answers, place: HOME });
  await app.work();
  return caseId;
}

interface Standing {
  id: string;
  state: string;
  result: string | null;
  delivered_how: string | null;
  external_reference: string | null;
  stage: string;
  ending: string | null;
}

async function standing(caseId: string): Promise<Standing> {
  const { rows } = await app.deps.db.pool.query<Standing>(
    'select h.*, c.stage, c.ending from hand_overs h join cases c on c.council_id = h.council_id and c.id = h.case_id where c.id = $1',
    [caseId],
  );
  return rows[0] as Standing;
}

const toldTo = async (caseId: string): Promise<string> => {
  const { rows } = await app.deps.db.pool.query<{ text: string }>(
    "select text from case_entries where case_id = $1 and audience = 'customer' order by at, id",
    [caseId],
  );
  return rows.map(({ text }) => text).join('\n');
};

describe('with the back office', () => {
  test('a move goes straight through: nobody types anything, and the resident reads the result', async () => {
    const office = await officeAt();
    connect(office.url);
    const caseId = await apply('council-tax-move', { direction: 'out', day: '2026-12-01' });
    const now = await standing(caseId);

    expect(now).toMatchObject({ state: 'answered', result: 'granted', delivered_how: 'automatic' });
    expect(now.external_reference).toMatch(/^CT-1\d{5}$/);
    expect([now.stage, now.ending]).toEqual(['ended', 'done']);
    expect(await toldTo(caseId)).toContain('You do not have to pay council tax for your old home');
    await office.stop();
  });

  test('what is not simple waits for its officer, whose decision comes back by REST', async () => {
    const office = await officeAt();
    connect(office.url);
    const caseId = await apply('council-tax-single-person-discount', { adults: '2', since: '2026-11-01' });
    const asked = await standing(caseId);
    expect([asked.state, asked.stage]).toEqual(['delivered', 'waiting']);
    expect(await (await fetch(office.url)).text()).toContain('Evidence was asked for');
    const words = 'Your student letter came. You get 25% off.';
    await fetch(`${office.url}/records/${asked.id}/decision`, {
      method: 'POST',
      body: new URLSearchParams({ result: 'granted', words }),
      redirect: 'manual',
    });

    expect((await standing(caseId)).result).toBe('granted');
    expect(await toldTo(caseId)).toContain(words);
    await office.stop();
  });
});

describe('what it pays', () => {
  async function awards(caseId: string): Promise<{ revision: number; pence: number; holds: boolean }[]> {
    const { rows } = await app.deps.db.pool.query<{ revision: number; pence: number; holds: boolean }>(
      'select a.revision, sum(p.pence)::int as pence, a.replaced_at is null as holds from awards a join award_payments p on p.award_id = a.id where a.case_id = $1 group by a.council_id, a.id order by a.revision',
      [caseId],
    );
    return rows;
  }

  test('is typed by its officer, published, and corrected under the next revision', async () => {
    const office = await officeAt();
    connect(office.url);
    const caseId = await apply('council-tax-support', {});
    const { id } = await standing(caseId);
    const pay = (weekly: string) =>
      fetch(`${office.url}/records/${id}/award`, {
        method: 'POST',
        body: new URLSearchParams({ weekly, to: 'landlord' }),
        redirect: 'manual',
      });
    const first = await pay('84.20');
    await pay('80');
    const nothing = await pay('a lot');

    expect(first.headers.get('location')).toBe('/?sent=201');
    expect(await awards(caseId)).toEqual([
      { revision: 1, pence: 8_420 * 24, holds: false },
      { revision: 2, pence: 8_000 * 24, holds: true },
    ]);
    expect(nothing.status).toBe(400);
    expect(await (await fetch(office.url)).text()).toContain('£80.00 a week, revision 2');
    await office.stop();
  });
});

describe('without it', () => {
  test('a move is accepted and waits, and goes through once when the program is back', async () => {
    const office = await officeAt();
    connect(office.url);
    await office.stop();
    const caseId = await apply('council-tax-move', { direction: 'in', day: '2026-12-01' });
    const away = await standing(caseId);
    const again = await officeAt(new URL(office.url).port);
    for (let tries = 0; tries < 3; tries += 1) {
      app.clock.advance(2);
      await deliverHandOvers(app.deps, { councilId: app.councilId, destination: 'revenues-system' });
    }
    const kept = JSON.parse(await readFile(join(folder, 'back-office.json'), 'utf8')) as { data: { id: string } }[];

    expect([away.state, away.stage]).toEqual(['waiting', 'open']);
    expect((await standing(caseId)).result).toBe('granted');
    expect(kept.filter(({ data }) => data.id === away.id)).toHaveLength(1);
    await again.stop();
  });

  test('and never connected, a move is done by an officer, and the row says that it was by hand', async () => {
    connect(null);
    const caseId = await apply('council-tax-move', { direction: 'in', day: '2026-12-01' });
    const { id, state } = await standing(caseId);
    const colin = await app.signedIn('colin-webb');
    await colin.visit(`/desk/hand-overs/${id}`);
    expect([state, colin.text.includes('Not connected: HANDOVER_BACK_OFFICE_URL')]).toEqual(['waiting', true]);
    await colin.submit({ how: 'Typed in', reference: 'CT-7' }, `/desk/hand-overs/${id}/delivery`);

    expect(await standing(caseId)).toMatchObject({
      state: 'delivered',
      delivered_how: 'by-hand',
      external_reference: 'CT-7',
    });
  });
});

test('a copy of a hand-over, or one that another secret signed, is not taken', async () => {
  const office = await officeAt();
  const forged = await fetch(`${office.url}/hand-overs`, {
    method: 'POST',
    headers: {
      'webhook-id': 'x',
      'webhook-timestamp': String(Math.floor(app.clock.now().getTime() / 1_000)),
      'webhook-signature': 'v1,AAAA',
    },
    body: '{}',
  });

  expect(forged.status).toBe(401);
  await office.stop();
});
