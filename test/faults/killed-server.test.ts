import { expect, test } from 'vitest';
import { systemClock } from '#platform/clock';
import { keepSecret } from '#platform/secret';
import { startApp } from '#test/app';
import { pressSend, pressUntilTaken, type Resident, referenceShown, residentsAboutToSend } from '#test/residents';
import { type ServerProcess, startServerProcess } from '#test/server-process';
import { expectEachOnce, untilQueueIsEmpty, whatBecame } from '#test/what-became';

const SECRET = 'a secret that all processes of one installation share';
const PATIENCE = 300_000;
const COUNT = 200;

test('a server killed amid 200 reports keeps every one that it acknowledged, and the rest are taken once by the next', {
  timeout: PATIENCE,
}, async () => {
  const { home, environment, residents } = await prepare();
  const killed = await startServerProcess(environment);

  const taken = await pressAllAndKill([killed], killed, residents);

  expect(killed.isAlive()).toBe(false);
  expect(taken.length).toBeGreaterThanOrEqual(COUNT / 3);
  expect(taken.length).toBeLessThan(COUNT);
  const next = await startServerProcess(environment);
  const became = await whatBecame(home.deps, taken);
  for (const resident of taken.slice(0, 20))
    expect(became.get(resident.draftId)?.references).toEqual([await referenceShown(next, resident)]);
  await Promise.all(residents.map((resident) => pressUntilTaken(next, resident)));
  await untilQueueIsEmpty(home.deps);
  await expectEachOnce(home.deps, residents);
  for (const { draftId } of taken)
    expect((await whatBecame(home.deps, residents)).get(draftId)?.references).toEqual(became.get(draftId)?.references);
});

async function prepare() {
  const now = systemClock.now().toISOString();
  const home = await startApp({ now, deps: { secret: keepSecret('', SECRET) } });
  const residents = await residentsAboutToSend(home, COUNT);
  return { home, environment: { DATABASE_URL: home.deps.db.url, SECRET }, residents };
}

/** All press at once, spread over the servers; one server is killed at a third. Returns those who saw it taken. */
async function pressAllAndKill(
  servers: readonly ServerProcess[],
  victim: ServerProcess,
  residents: readonly Resident[],
): Promise<Resident[]> {
  const taken: Resident[] = [];
  const press = async (resident: Resident, n: number): Promise<void> => {
    const server = servers[n % servers.length] ?? victim;
    let seen = await pressSend(server, resident);
    while (seen === 'try again') seen = await pressSend(server, resident);
    if (seen !== 'taken') return;
    taken.push(resident);
    if (taken.length === Math.ceil(COUNT / 3)) await victim.kill();
  };
  await Promise.all(residents.map(press));
  return taken;
}
