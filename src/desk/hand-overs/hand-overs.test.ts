import { beforeAll, describe, expect, test } from 'vitest';
import { tellNotArrived } from '#modules/handovers';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { amend, connectedTo, type Receiver, startReceiver } from '#test/hand-overs';
import { reportInStreet } from '#test/street-reports';

let app: TestApp;
let office: Receiver;
let colin: Browser;

beforeAll(async () => {
  office = await startReceiver();
  app = await startApp({ deps: { handOver: connectedTo(office.url, '/nowhere') } });
  await amend(app, { kind: 'service', slug: 'pothole', changes: { handOver: ['revenues-system'] } });
  colin = await app.signedIn('colin-webb');
});

async function accepted(answers: number): Promise<{ id: string; reference: string }> {
  office.behave((_, reply) => reply.writeHead(answers).end());
  const { caseId, reference } = await reportInStreet(app);
  await app.work();
  const { rows } = await app.deps.db.pool.query<{ id: string }>('select id from hand_overs where case_id = $1', [
    caseId,
  ]);
  return { id: rows[0]?.id ?? '', reference };
}

describe('a hand-over', () => {
  test('that was not taken says why on its case, and goes when somebody tries it again', async () => {
    const { id, reference } = await accepted(422);
    await colin.visit(`/desk/cases/${reference}`);
    expect(colin.text).toContain('Council tax and benefits system Not taken');
    await colin.visit(`/desk/hand-overs/${id}`);
    expect(colin.text).toContain('It answered 422: it will not take this one');
    office.behave((_, reply) => reply.writeHead(204).end());
    await colin.submit({}, `/desk/hand-overs/${id}/retry`);
    await app.work();
    await colin.visit(`/desk/hand-overs/${id}`);

    expect(colin.text).toMatch(/It was not taken.*It arrived/);
    expect(colin.html).not.toContain('/retry"');
  });

  test('is passed on by hand with a reason, which stays to be read, and the list tells it from the others', async () => {
    const { id } = await accepted(503);
    await colin.visit(`/desk/hand-overs/${id}`);
    await colin.submit({ how: '', reference: 'CT-5' }, `/desk/hand-overs/${id}/delivery`);
    expect([colin.status, colin.text.includes('Say how you passed it on')]).toEqual([422, true]);
    expect(colin.html).toContain('value="CT-5"');
    await colin.submit({ how: 'Typed into the system', reference: 'CT-5' }, `/desk/hand-overs/${id}/delivery`);
    expect(colin.text).toMatch(/by hand, Colin Webb.*Typed into the system.*CT-5/);
    await colin.visit('/desk/hand-overs?state=delivered');

    expect(colin.text).toContain(', by hand');
    await colin.visit('/desk/hand-overs.csv?state=delivered');
    expect(colin.html).toContain(`${id},`);
    expect(colin.html).toContain(',by-hand,CT-5,');
  });

  test('is answered by an officer, who reads in the case what the customer reads', async () => {
    const { id, reference } = await accepted(204);
    await colin.visit(`/desk/hand-overs/${id}`);
    await colin.submit({ result: '', words: '' }, `/desk/hand-overs/${id}/answer`);
    expect(colin.text).toContain('Choose what was decided');
    const words = 'Your discount starts on 1 November.';
    await colin.submit({ result: 'granted', words, theirs: 'CT-6' }, `/desk/hand-overs/${id}/answer`);
    expect(colin.text).toMatch(/Answered.*Granted\./);
    await colin.visit(`/desk/cases/${reference}`);

    expect(colin.text).toContain(words);
  });

  test('is nobody’s to answer but its team’s, is 404 where it is not, and closed to a partner', async () => {
    const { id } = await accepted(503);
    const ada = await app.signedIn('ada-mensah');
    await colin.visit(`/desk/hand-overs/${id}`);
    await ada.visit(`/desk/hand-overs/${id}`);
    const offered = [colin, ada].map(({ html }) => html.includes('I passed it on myself'));
    await colin.visit('/desk/hand-overs/nonsense');
    const dev = await app.signedIn('dev-anand');
    await dev.visit('/desk/hand-overs');

    expect(offered).toEqual([true, false]);
    expect([colin.status, dev.status]).toEqual([404, 403]);
  });
});

test('the list shows each destination, leads to its rows, tries all of them again, and pages by key', async () => {
  office.behave((_, reply) => reply.writeHead(503).end());
  for (let at = 0; at < 3; at += 1) await accepted(503);
  await colin.visit('/desk/hand-overs');
  expect(colin.text).toMatch(/Council tax and benefits system \d+/);
  office.behave((_, reply) => reply.writeHead(204).end());
  await colin.submit({ destination: 'revenues-system' }, '/desk/hand-overs/retries');
  await app.work();
  await colin.visit('/desk/hand-overs?state=waiting');
  expect(colin.text).toContain('No hand-overs are here');
  await colin.visit('/desk/hand-overs?state=odd&before=1.2&destination=nowhere');

  expect(colin.status).toBe(200);
});

test('each team is told once on a working day, after eight, what has not arrived, and nobody when all has', async () => {
  await accepted(422);
  const mails = async () => {
    const { rows } = await app.deps.db.pool.query<{ to_address: string; subject: string; key: string }>(
      "select to_address, subject, key from messages where key like 'hand-overs:%' order by key",
    );
    return rows;
  };
  app.clock.moveTo('2026-11-28T12:00:00Z'); // a Saturday
  await tellNotArrived(app.deps);
  app.clock.moveTo('2026-11-30T07:45:00Z');
  await tellNotArrived(app.deps);
  expect(await mails()).toEqual([]);
  app.clock.moveTo('2026-11-30T08:00:00Z');
  await tellNotArrived(app.deps);
  await tellNotArrived(app.deps);

  expect(await mails()).toEqual([
    {
      to_address: 'council.tax@estuary.example',
      subject: expect.stringMatching(
        /^Not arrived yet: \d+ for Council tax and benefits system, the oldest for 5 days$/,
      ) as string,
      key: 'hand-overs:revenues-benefits:2026-11-30',
    },
  ]);
  await app.deps.db.pool.query("update hand_overs set state = 'delivered', attention = null");
  app.clock.moveTo('2026-12-01T08:00:00Z');
  await tellNotArrived(app.deps);
  expect(await mails()).toHaveLength(1);
});
