import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { startServerProcess } from '../../src/cli/server-process.ts';
import { addressOf, createDatabase, TEMPLATE } from './databases.ts';

interface Houses {
  /**
   * Where this worker's Frontdoor answers: the built server with its worker, on a clone of the council that has lived.
   * It is begun by the first journey that asks for it and shared with the next ones, so a journey brings its own person.
   */
  house: string;
}

export const test = base.extend<object, Houses>({
  house: [
    async ({ browserName: _ }, use) => {
      const postgres = process.env['JOURNEYS_DATABASE'] ?? '';
      const name = `journeys_${randomBytes(6).toString('hex')}`;
      await createDatabase(postgres, name, TEMPLATE);
      const dataDir = mkdtempSync(join(tmpdir(), 'frontdoor-house-'));
      const server = await startServerProcess({
        databaseUrl: addressOf(postgres, name),
        dataDir,
        roles: 'web,worker',
      });
      await use(`http://127.0.0.1:${String(server.port)}`);
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
