import { expect, test } from 'vitest';
import { pressAllUntil, startCrowd } from '#test/crowd';
import { startMailSink } from '#test/mail-sink';
import { pressUntilTaken, referenceShown } from '#test/residents';
import { startServerProcess } from '#test/server-process';
import { expectEachOnce, sendWhatWasLeft, untilQueueIsEmpty, whatBecame } from '#test/what-became';

const COUNT = 200;
const SHOWN = 20;

test('a server killed amid 200 reports keeps every one that it acknowledged, and the rest are taken once by the next', {
  timeout: 300_000,
}, async () => {
  const sink = await startMailSink();
  const { home, environment, residents } = await startCrowd(COUNT);
  const mail = { SMTP_URL: sink.url, MAIL_FROM: 'no-reply@estuary.example' };
  const killed = await startServerProcess({ ...environment, ...mail });

  const taken = await pressAllUntil([killed], residents, { after: COUNT / 4, happen: killed.kill });

  expect(killed.isAlive()).toBe(false);
  expect(taken.length).toBeGreaterThanOrEqual(COUNT / 4);
  expect(taken.length).toBeLessThan(COUNT);
  const next = await startServerProcess({ ...environment, ...mail });
  const became = await whatBecame(home.deps, taken);
  for (const resident of taken.slice(0, SHOWN))
    expect(became.get(resident.draftId)?.references).toEqual([await referenceShown(next, resident)]);

  // All press again, those whose report was taken too: it stays one report.
  await Promise.all(residents.map((resident) => pressUntilTaken(next, resident)));
  await untilQueueIsEmpty(home.deps);
  await expectEachOnce(home.deps, residents);
  const atTheEnd = await whatBecame(home.deps, taken);
  for (const { draftId } of taken) expect(atTheEnd.get(draftId)?.references).toEqual(became.get(draftId)?.references);

  await sendWhatWasLeft(home);
  const idsTo = (email: string) => new Set(sink.mails.filter(({ to }) => to === email).map(({ id }) => id));
  expect(residents.map(({ email }) => idsTo(email).size)).toEqual(residents.map(() => 1));
});
