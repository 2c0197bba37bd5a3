import pg from 'pg';
import { systemClock } from '#platform/clock';
import { closeDb, openDb } from '#platform/db';
import { createLog } from '#platform/log';
import { loadDemonstration } from '../load-demonstration.ts';
import { prepareDatabase } from '../prepare-database.ts';

interface OwnDatabase {
  name: string;
  /** Dropped first where it is there already. */
  isFresh: boolean;
}

/**
 * A database beside the council's own, migrated and with the demonstration council: what is tried in it touches nobody.
 *
 * @param server address of the database that serves now
 * @returns its address
 */
export async function databaseOfItsOwn(server: string, { name, isFresh }: OwnDatabase): Promise<string> {
  const url = new URL(server);
  url.pathname = `/${name}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    if (isFresh) await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await admin.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await admin.end();
  }
  await prepareDatabase(url.href, createLog('silent'));
  const db = openDb({ url: url.href, max: 2 });
  await loadDemonstration({ db, clock: systemClock }).finally(() => closeDb(db));
  return url.href;
}
