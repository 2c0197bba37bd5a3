import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import { silentLog } from '#platform/log';
import { ensureBuilt } from '../../bin/prepare/built.mjs';
import { startServerProcess } from '../../src/cli/server-process.ts';
import { addressOf, createDatabase, TEMPLATE } from './databases.ts';

/**
 * Once before all journeys: the build, the drawn gallery, and one PostgreSQL with a council that has lived its five
 * weeks, for every worker to clone (`house.ts`). To live them takes half a minute, to clone them a tenth of a second.
 *
 * @returns what takes it all down
 */
export default async function beforeAll(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'frontdoor-journeys-'));
  // Started by root, PostgreSQL runs under another account, which must be able to enter.
  chmodSync(folder, 0o755);
  await ensureBuilt();
  drawGallery(join(folder, 'gallery'));
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const { url, stop } = await startEmbeddedPostgres({ dataDir: folder, log: silentLog, settings });
  const end = async (): Promise<void> => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await live(url, folder);
  } catch (error) {
    // Playwright takes nothing down that was not wholly set up, and PostgreSQL would outlive this process.
    await end();
    throw error;
  }
  process.env['JOURNEYS_DATABASE'] = url;
  process.env['JOURNEYS_GALLERY'] = join(folder, 'gallery');
  return end;
}

function drawGallery(folder: string): void {
  mkdirSync(folder);
  execFileSync(process.execPath, ['--import', 'tsx', 'test/gallery/write-gallery.tsx', folder]);
}

/** The first start on an empty database makes the council and its past. It is ready when both are there. */
async function live(server: string, dataDir: string): Promise<void> {
  await createDatabase(server, TEMPLATE);
  const databaseUrl = addressOf(server, TEMPLATE);
  const first = await startServerProcess({ databaseUrl, dataDir, roles: 'web' });
  await first.stop();
}
