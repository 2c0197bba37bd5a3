import type { Logger } from '#platform/log';
import { assertAppRoleIsBound, ensureRoles, migrate } from '#platform/migrate';
import { migrateQueue } from '#platform/worker';

/** Bring a database to this version of the house: roles, tables, queue. Safe to run at every start, by several at once. */
export async function prepareDatabase(url: string, log: Logger): Promise<void> {
  await ensureRoles(url);
  await migrate(url, { dir: 'migrations', log });
  await migrateQueue(url);
  await assertAppRoleIsBound(url);
}
