import type { Config } from '#config';
import type { Deps } from '#platform/deps';
import { createLog } from '#platform/log';
import { startWorker } from '#platform/worker';
import { buildApp } from './app.ts';
import { openHouse } from './house.ts';
import { loadDemonstration, loadLife } from './load-demonstration.ts';
import { CRONTAB, wireJobs } from './wire-jobs.ts';

interface Running {
  url: string;
  stop(): Promise<void>;
}

/**
 * Start what `config.roles` names: house, demonstration, worker, doors. Prints one line when the front door answers.
 * Throws, with words for the operator, when something it needs is not there.
 */
export async function start(config: Config): Promise<Running> {
  const log = createLog(config.logLevel);
  const house = await openHouse(config, log);
  const undo: (() => Promise<unknown>)[] = [() => house.close()];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) {
      await step().catch((error: unknown) => {
        log.warn({ err: String(error) }, 'a part did not stop cleanly');
      });
    }
  };
  try {
    wireJobs();
    const notice = config.demo === 'off' ? null : await loadDemonstration(house.deps);
    if (notice !== null) log.warn({}, notice);
    if (config.demo !== 'off') await loadLife(house.deps);
    if (config.roles.includes('worker')) {
      const worker = await startWorker(house.deps, CRONTAB);
      undo.push(() => worker.stop());
    }
    if (config.roles.includes('web')) undo.push(await openDoors(house.deps, config));
    process.stdout.write(readyLine(config));
    return { url: config.publicUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readyLine(config: Config): string {
  return config.roles.includes('web')
    ? `Frontdoor is ready at ${config.publicUrl}\n`
    : 'Frontdoor is working the queue\n';
}

async function openDoors(deps: Deps, config: Config): Promise<() => Promise<void>> {
  const server = await buildApp(deps, { defaultCouncil: config.defaultCouncil, trustProxy: config.trustProxy });
  try {
    await server.listen({ port: config.port, host: config.host });
  } catch (error) {
    await server.close();
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw taken ? new Error(`port ${config.port} is taken: stop what uses it, or set PORT to another`) : error;
  }
  return () => server.close();
}
