import { Client } from 'pg';
import { ADMINISTRATOR } from './cluster.ts';

/** Frontdoor's own role and database. It owns them and may make roles, as a production owner may; it is no superuser. */
const OWNER = 'frontdoor';

/** Make the owner role and its database where they are missing, and answer with the address that connects as it. */
export async function ensureOwnerDatabase(port: number, password: string): Promise<string> {
  const url = addressOf(OWNER, OWNER, port, password);
  const admin = new Client({ connectionString: addressOf(ADMINISTRATOR, 'postgres', port, password) });
  await admin.connect();
  try {
    const role = await admin.query('select from pg_roles where rolname = $1', [OWNER]);
    if (role.rowCount === 0) {
      await admin.query(`create role ${OWNER} login createdb createrole password ${admin.escapeLiteral(password)}`);
    }
    const database = await admin.query('select from pg_database where datname = $1', [OWNER]);
    if (database.rowCount === 0) await admin.query(`create database ${OWNER} owner ${OWNER}`);
  } finally {
    await admin.end();
  }
  return url;
}

const addressOf = (user: string, database: string, port: number, password: string): string =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
