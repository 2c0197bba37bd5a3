import { sql } from 'kysely';
import { promisesOf } from '#modules/promises';
import type { Tx } from '#platform/db';
import type { Owner } from './case-teams.ts';
import type { Repeated } from './find-repeat.ts';
import type { MadeJob } from './send-jobs.ts';
import './tables.ts';

/** Where a report came from, if it can come twice: a double press, a retried call, a file read again. */
export interface Origin {
  submissionId?: string | null;
  source?: { name: string; id: string };
}

export interface CaseOpened {
  ok: true;
  caseId: string;
  reference: string;
  /** False when this submission or source id was here before: nothing was made twice. */
  isNew: boolean;
  team: { id: string; name: string };
  owner: Owner | null;
  promises: { id: string; kind: string; standard: string; what: { en: string }; dueAt: Date }[];
  jobs: MadeJob[];
  /** The earlier failure that this one repeats; its manager owns it now. */
  repeats: Repeated | null;
}

/** Let the same report wait for itself, so that the second one finds the first. Held until the transaction ends. */
export async function lockOrigin(tx: Tx, councilId: string, { submissionId, source }: Origin): Promise<void> {
  if (!submissionId && !source) return;
  const key = `${councilId}/${submissionId ?? ''}/${source?.name ?? ''}/${source?.id ?? ''}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** The case that this submission or source made before, as it was answered then. */
export async function findOpened(
  tx: Tx,
  councilId: string,
  { submissionId, source }: Origin,
): Promise<CaseOpened | undefined> {
  if (!submissionId && !source) return undefined;
  const row = await tx
    .selectFrom('cases as c')
    .innerJoin('teams as t', (join) => join.onRef('t.council_id', '=', 'c.council_id').onRef('t.id', '=', 'c.team_id'))
    .leftJoin('staff_members as o', (join) =>
      join.onRef('o.council_id', '=', 'c.council_id').onRef('o.id', '=', 'c.owner_id'),
    )
    .leftJoin('cases as r', (join) =>
      join.onRef('r.council_id', '=', 'c.council_id').onRef('r.id', '=', 'c.repeats_case_id'),
    )
    .select(['c.id', 'c.reference', 'c.team_id', 't.name as team', 'c.owner_id', 'o.name as owner'])
    .select(['r.id as repeated_id', 'r.reference as repeated'])
    .where('c.council_id', '=', councilId)
    .where((eb) =>
      eb.or([
        ...(submissionId ? [eb('c.submission_id', '=', submissionId)] : []),
        ...(source ? [eb.and([eb('c.source', '=', source.name), eb('c.source_id', '=', source.id)])] : []),
      ]),
    )
    .executeTakeFirst();
  if (!row) return undefined;
  const promises = await promisesOf(tx, councilId, [row.id]);
  return {
    ok: true,
    caseId: row.id,
    reference: row.reference,
    isNew: false,
    team: { id: row.team_id, name: row.team },
    owner: row.owner_id && row.owner ? { id: row.owner_id, name: row.owner } : null,
    promises: promises.map(({ standard, ...promise }) => ({ ...promise, standard: standard.slug })),
    jobs: await jobsOf(tx, councilId, row.id),
    repeats: row.repeated_id && row.repeated ? { id: row.repeated_id, reference: row.repeated } : null,
  };
}

async function jobsOf(tx: Tx, councilId: string, caseId: string): Promise<MadeJob[]> {
  return tx
    .selectFrom('jobs as j')
    .innerJoin('teams as t', (join) => join.onRef('t.council_id', '=', 'j.council_id').onRef('t.id', '=', 'j.team_id'))
    .select(['j.id', 'j.slug', 'j.title', 'j.number', 'j.team_id as teamId', 't.name as teamName'])
    .select('j.is_partner as isPartner')
    .where('j.council_id', '=', councilId)
    .where('j.case_id', '=', caseId)
    .orderBy('j.number')
    .execute();
}
