import { sql } from 'kysely';
import { type PromiseView, promisesOf } from '#modules/promises';
import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
import './tables.ts';

export interface CaseLine {
  id: string;
  reference: string;
  title: string;
  serviceSlug: string;
  place: string | null;
  stage: 'open' | 'waiting' | 'ended';
  waitingFor: string | null;
  ending: string | null;
  openedAt: Date;
  endedAt: Date | null;
  nextDueAt: Date | null;
  team: string;
  owner: string | null;
  /** The earlier failure at this place that this one repeats. */
  repeatsReference: string | null;
  /** Which roles somebody asked about has in it: requester, subject, helper …; empty where cases were asked for by id. */
  roles: string[];
  promises: PromiseView[];
}

type WhichCases =
  | { customerIds: readonly string[] }
  | { caseIds: readonly string[] }
  | { references: readonly string[] };

const MOST = 50;

/**
 * Cases as a line each, with their promises: those of these customers (all records of one person), or those named by
 * id or reference.
 * Open ones first, then the newest. The door has asked whether the reader may see them.
 */
export async function caseLines(tx: Tx, councilId: string, of: WhichCases): Promise<CaseLine[]> {
  const roles = 'customerIds' in of ? await rolesOf(tx, councilId, of.customerIds) : new Map<string, string[]>();
  const named = namesOf(of, roles);
  if (named.names.length === 0) return [];
  const rows = await (named.by === 'id' ? selectById : selectByReference).all(tx, { councilId, names: named.names });
  const promises = await promisesOf(
    tx,
    councilId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    title: row.title,
    serviceSlug: row.service_slug,
    place: row.place,
    stage: row.stage,
    waitingFor: row.waiting_for,
    ending: row.ending,
    openedAt: row.opened_at,
    endedAt: row.ended_at,
    nextDueAt: row.next_due_at,
    team: row.team,
    owner: row.owner,
    repeatsReference: row.repeats,
    roles: roles.get(row.id) ?? [],
    promises: promises.filter(({ subjectId }) => subjectId === row.id),
  }));
}

interface Named {
  by: 'id' | 'reference';
  names: readonly string[];
}

function namesOf(of: WhichCases, roles: ReadonlyMap<string, string[]>): Named {
  if ('references' in of) return { by: 'reference', names: of.references };
  return { by: 'id', names: 'caseIds' in of ? of.caseIds : [...roles.keys()] };
}

interface NamedCases {
  councilId: string;
  names: readonly string[];
}

const selectById = prepared((tx, asked: NamedCases) =>
  lines(tx, asked).where(sql<boolean>`c.id = any(${asked.names})`),
);
const selectByReference = prepared((tx, asked: NamedCases) =>
  lines(tx, asked).where(sql<boolean>`c.reference = any(${asked.names})`),
);

function lines(tx: Tx, { councilId }: NamedCases) {
  return tx
    .selectFrom('cases as c')
    .innerJoin('teams as t', (join) => join.onRef('t.council_id', '=', 'c.council_id').onRef('t.id', '=', 'c.team_id'))
    .leftJoin('staff_members as o', (join) =>
      join.onRef('o.council_id', '=', 'c.council_id').onRef('o.id', '=', 'c.owner_id'),
    )
    .leftJoin('cases as r', (join) =>
      join.onRef('r.council_id', '=', 'c.council_id').onRef('r.id', '=', 'c.repeats_case_id'),
    )
    .select(['c.id', 'c.reference', 'c.title', 'c.service_slug', 'c.place', 'c.stage', 'c.waiting_for', 'c.ending'])
    .select(['c.opened_at', 'c.ended_at', 'c.next_due_at', 't.name as team', 'o.name as owner'])
    .select('r.reference as repeats')
    .where('c.council_id', '=', councilId)
    .orderBy((eb) => eb('c.ended_at', 'is not', null))
    .orderBy('c.opened_at', 'desc')
    .limit(MOST);
}

async function rolesOf(tx: Tx, councilId: string, customerIds: readonly string[]): Promise<Map<string, string[]>> {
  const roles = new Map<string, string[]>();
  if (customerIds.length === 0) return roles;
  const rows = await selectRoles.all(tx, { councilId, customerIds });
  for (const { case_id, role } of rows) roles.set(case_id, [...(roles.get(case_id) ?? []), role]);
  return roles;
}

const selectRoles = prepared((tx, { councilId, customerIds }: { councilId: string; customerIds: readonly string[] }) =>
  tx
    .selectFrom('case_parties')
    .select(['case_id', 'role'])
    .where('council_id', '=', councilId)
    .where(sql<boolean>`customer_id = any(${customerIds})`)
    .where('ended_at', 'is', null),
);
