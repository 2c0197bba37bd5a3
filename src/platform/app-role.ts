import pg from 'pg';

/** The role that a request becomes for its transaction. Row-level security binds it; nobody signs in as it. */
const ROLE = 'frontdoor_app';

/**
 * Make the role of requests where it is missing and let the connecting user become it. Several processes may do so at once.
 *
 * @throws with the SQL for the administrator when this user may not.
 */
export async function ensureRoles(url: string): Promise<void> {
  await connected(url, async (client) => {
    try {
      // Two grants at once can fail with "tuple concurrently updated".
      await client.query('select pg_advisory_lock(37669)');
      if (!(await roleExists(client))) await createRole(client);
      if (!(await mayBecome(client))) await client.query(`grant ${ROLE} to current_user`);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== NOT_ALLOWED) throw error;
      const { user } = client;
      throw new Error(
        `The database user "${user ?? ''}" may not make the role ${ROLE}. Ask the administrator of the database to run, once: CREATE ROLE ${ROLE} NOLOGIN; GRANT ${ROLE} TO ${pg.escapeIdentifier(user ?? '')};`,
        { cause: error },
      );
    }
  });
}

/**
 * Refuse to serve when the role of requests could pass row-level security: the second lock would be open and nobody would see it.
 *
 * @throws naming what is wrong and the SQL that mends it.
 */
export async function assertAppRoleIsBound(url: string): Promise<void> {
  await connected(url, async (client) => {
    const { rows } = await client.query<Powers>(POWERS, [ROLE]);
    const powers = rows[0];
    if (!powers) throw new Error(`The role ${ROLE} is missing.`);
    if (powers.superuser || powers.bypasses) {
      throw new Error(
        `The role ${ROLE} could read every council: it is a superuser or has BYPASSRLS, itself or through a role granted to it. Run: ALTER ROLE ${ROLE} NOSUPERUSER NOBYPASSRLS; and revoke such roles from it.`,
      );
    }
    if (powers.owned !== null) {
      throw new Error(
        `The role ${ROLE} owns the table ${powers.owned}, and an owner is not bound by row-level security. Run: ALTER TABLE ${powers.owned} OWNER TO ${client.user ?? 'the owner'};`,
      );
    }
  });
}

interface Powers {
  superuser: boolean;
  bypasses: boolean;
  owned: string | null;
}

// What the role can reach through membership counts as its own. Superusers pass every pg_has_role test as the member,
// so the question is asked of the role itself.
const POWERS = `
  with reachable as (
    select r.oid, r.rolsuper, r.rolbypassrls from pg_roles me, pg_roles r where me.rolname = $1 and pg_has_role(me.oid, r.oid, 'member'))
  select (select bool_or(rolsuper) from reachable) as superuser,
    (select bool_or(rolbypassrls) from reachable) as bypasses,
    (select c.oid::regclass::text from pg_class c where c.relkind in ('r', 'p') and c.relowner in (select oid from reachable) order by 1 limit 1) as owned
  where exists (select from reachable)`;

const NOT_ALLOWED = '42501';
// Another process made it between our look and our act; which code comes depends on how close the race was.
const ALREADY_THERE = ['42710', '23505'];

async function roleExists(client: pg.Client): Promise<boolean> {
  return (await client.query('select from pg_roles where rolname = $1', [ROLE])).rowCount === 1;
}

async function createRole(client: pg.Client): Promise<void> {
  try {
    await client.query(`create role ${ROLE} nologin`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || !ALREADY_THERE.includes(error.code ?? '')) throw error;
  }
}

/** Tried, since what membership allows differs between versions of PostgreSQL. */
async function mayBecome(client: pg.Client): Promise<boolean> {
  try {
    await client.query(`set role ${ROLE}`);
    await client.query('reset role');
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === NOT_ALLOWED) return false;
    throw error;
  }
}

async function connected(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'frontdoor roles' });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
