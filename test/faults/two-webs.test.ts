import { expect, test } from 'vitest';
import { asOwner } from '#platform/db';
import { enqueue } from '#platform/outbox';
import type { TestApp } from '#test/app';
import { pressAllUntil, startCrowd } from '#test/crowd';
import { startMailSink } from '#test/mail-sink';
import { pressUntilTaken } from '#test/residents';
import { type ServerProcess, startServerProcess } from '#test/server-process';
import { expectEachOnce, sendWhatWasLeft, untilQueueIsEmpty } from '#test/what-became';

const COUNT = 40;
const SWEEPS = 8;

test('two webs and a worker on one database are one house, and one of the webs may be killed', {
  timeout: 300_000,
}, async () => {
  const sink = await startMailSink();
  const { home, environment, residents } = await startCrowd(COUNT);
  const mail = { SMTP_URL: sink.url, MAIL_FROM: 'no-reply@estuary.example' };
  const [killed, other] = await Promise.all([
    startServerProcess({ ...environment, ROLES: 'web' }),
    startServerProcess({ ...environment, ROLES: 'web' }),
    startServerProcess({ ...environment, ...mail, ROLES: 'worker' }),
  ]);

  await expectOneSession(home, [killed, other]);
  const taken = await pressAllUntil([killed, other], residents, { after: COUNT / 4, happen: killed.kill });
  expect(killed.isAlive()).toBe(false);
  expect(taken.length).toBeLessThan(COUNT);
  await Promise.all(residents.map((resident) => pressUntilTaken(other, resident)));
  await untilQueueIsEmpty(home.deps);
  await expectEachOnce(home.deps, residents);

  const promises = await putAtRisk(home);
  await Promise.all(Array.from({ length: SWEEPS }, () => sweep(home)));
  await untilQueueIsEmpty(home.deps);
  expect(await eventsOf(home, 'promise.at-risk')).toBe(promises);

  await sendWhatWasLeft(home);
  const messages = await home.deps.db.pool.query<{ n: number }>(
    "select count(*) as n from messages where state = 'sent'",
  );
  expect(sink.mails.length).toBe(messages.rows[0]?.n);
  expect(new Set(sink.mails.map(({ id }) => id)).size).toBe(sink.mails.length);
});

/** Who signed in at one web is signed in at both, and signed out of both by one press at either. */
async function expectOneSession(home: TestApp, [one, two]: [ServerProcess, ServerProcess]): Promise<void> {
  const adviser = await home.signedIn('ada-mensah');
  // As if they had come in by their password: a house that is no demonstration takes no other session.
  await home.deps.db.pool.query("update sessions set data = data - 'isDemonstration'");
  await adviser.visit('/desk/session');
  const cookie = `fd_staff=${adviser.cookie('fd_staff') ?? ''}; _csrf=${adviser.cookie('_csrf') ?? ''}`;
  const statusAt = async ({ url }: ServerProcess): Promise<number> =>
    (await fetch(`${url}/desk/session`, { headers: { cookie }, redirect: 'manual' })).status;
  expect([await statusAt(one), await statusAt(two)]).toEqual([200, 200]);
  await adviser.submit({}, '/desk/session');
  expect([await statusAt(one), await statusAt(two)]).not.toContain(200);
}

async function putAtRisk({ deps }: TestApp): Promise<number> {
  const { rowCount } = await deps.db.pool.query(
    `update promises set risk_at = now() - interval '1 minute' where outcome is null and warned_at is null`,
  );
  return rowCount ?? 0;
}

const sweep = ({ deps, councilId }: TestApp): Promise<void> =>
  asOwner(deps.db, (tx) => enqueue(tx, 'promises-sweep-council', { councilId }));

async function eventsOf({ deps }: TestApp, type: string): Promise<number> {
  const { rows } = await deps.db.pool.query<{ n: number }>('select count(*) as n from domain_events where type = $1', [
    type,
  ]);
  return rows[0]?.n ?? 0;
}
