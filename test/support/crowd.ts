import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#platform/clock';
import type { Deps } from '#platform/deps';
import { keepSecret } from '#platform/secret';
import { startApp, type TestApp } from './app.ts';
import { atEndOfFile } from './endings.ts';
import { pressSend, type Resident, residentsAboutToSend } from './residents.ts';
import type { Environment, ServerProcess } from './server-process.ts';

interface Crowd {
  /** A house of this process on the database of the servers. */
  home: TestApp;
  /** What the servers of this crowd are started with. */
  environment: Environment;
  residents: Resident[];
}

const SECRET = 'a secret that all processes of one installation share';

/** So many residents who are about to send, on a database that servers can be started on. The clock is the real one. */
export async function startCrowd(count: number, deps: Partial<Deps> = {}): Promise<Crowd> {
  const files = await mkdtemp(join(tmpdir(), 'frontdoor-crowd-'));
  atEndOfFile(() => rm(files, { recursive: true, force: true }));
  const now = systemClock.now().toISOString();
  const home = await startApp({ now, deps: { ...deps, secret: keepSecret(files, SECRET) } });
  const residents = await residentsAboutToSend(home, count);
  return { home, environment: { DATABASE_URL: home.deps.db.url, SECRET }, residents };
}

interface Disaster {
  /** How many residents have seen their report taken when it happens. */
  after: number;
  happen: () => Promise<void>;
}

/** All press at once, spread over the servers, and something happens meanwhile. Returns those who saw it taken. */
export async function pressAllUntil(
  servers: readonly [ServerProcess, ...ServerProcess[]],
  residents: readonly Resident[],
  { after, happen }: Disaster,
): Promise<Resident[]> {
  const taken: Resident[] = [];
  const press = async (resident: Resident, n: number): Promise<void> => {
    const seen = await pressSend(servers[n % servers.length] ?? servers[0], resident);
    if (seen !== 'taken') return;
    taken.push(resident);
    if (taken.length === after) await happen();
  };
  await Promise.all(residents.map(press));
  return taken;
}
