import pg from 'pg';

export const TEMPLATE = 'frontdoor_template';

/** Create a database on that server: an empty one, or a clone of the template, to which nothing may be connected. */
export async function createDatabase(server: string, name: string, template = 'template1'): Promise<void> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    await admin.query(`create database ${name} template ${template}`);
  } finally {
    await admin.end();
  }
}

/** The address of one database of a server. */
export function addressOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
