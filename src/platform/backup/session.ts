import pg from 'pg';

// COPY writes text; these make it the same text on every server, whatever its own defaults are.
// Row security off means: fail rather than leave rows out silently.
const SAME_EVERYWHERE = `
  set datestyle = 'ISO'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set bytea_output = 'hex';
  set extra_float_digits = 1; set client_encoding = 'UTF8'; set row_security = off;
  set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`;

/** Do `work` on one connection, in one transaction of the given kind. */
export async function inSession<T>(url: string, begin: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'frontdoor back-up' });
  // A lost connection fails the query that runs; without a listener it would end the process as well.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(SAME_EVERYWHERE);
    await client.query(begin);
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    // Without a commit this rolls back.
    await client.end();
  }
}
