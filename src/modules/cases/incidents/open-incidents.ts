import { type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { type PromiseView, promisesOf } from '#modules/promises';
import { type Actor, may } from '#modules/staff';
import type { Tx } from '#platform/db';
import type { IncidentArea } from './open-incident.ts';
import '../tables.ts';

export interface IncidentView {
  id: string;
  reference: string;
  title: string;
  message: string;
  service: string;
  roundSlug: string | null;
  onDate: string | null;
  area: Required<IncidentArea>;
  team: string;
  openedBy: string | null;
  startedAt: Date;
  endedAt: Date | null;
  ending: string | null;
  members: number;
  /** How many have been told by an adviser or by a message that was accepted. */
  told: number;
  promises: PromiseView[];
}

const MOST = 50;

/** What is going on now, or what ended last, newest first. */
export async function incidents(tx: Tx, actor: Actor, { open }: { open: boolean }): Promise<IncidentView[]> {
  if (!may(actor, 'see-cases')) return [];
  const rows = await incidentRows(tx, actor.councilId)
    .where('i.ended_at', open ? 'is' : 'is not', null)
    .orderBy('i.started_at', 'desc')
    .limit(MOST)
    .execute();
  return withPromises(tx, actor.councilId, rows);
}

/** Incidents with how many joined, and how many have been told: by an adviser, or by a message that a provider took. */
export function incidentRows(tx: Tx, councilId: string) {
  return tx
    .selectFrom('incidents as i')
    .innerJoin('teams as t', (join) => join.onRef('t.council_id', '=', 'i.council_id').onRef('t.id', '=', 'i.team_id'))
    .select(['i.id', 'i.reference', 'i.title', 'i.message', 'i.service_slug as service', 'i.round_slug as roundSlug'])
    .select(['i.on_date as onDate', 't.name as team', 'i.started_at as startedAt', 'i.ended_at as endedAt', 'i.ending'])
    .leftJoin('staff_members as s', (join) =>
      join.onRef('s.council_id', '=', 'i.council_id').onRef('s.id', '=', 'i.made_by'),
    )
    .select(['i.area', 's.name as openedBy'])
    .select((eb) => {
      const members = eb
        .selectFrom('incident_members as m')
        .whereRef('m.council_id', '=', 'i.council_id')
        .whereRef('m.incident_id', '=', 'i.id');
      return [
        members.select(({ fn }) => fn.countAll<number>().as('n')).as('members'),
        members
          .where((on) => on.or([on('m.told_at', 'is not', null), wasWritten]))
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .as('told'),
      ];
    })
    .where('i.council_id', '=', councilId);
}

/** The message to a member that a provider took. */
export const wasWritten = sql<SqlBool>`exists (select from messages w where w.council_id = m.council_id
  and w.key = 'incident:' || m.id and w.state in ('sent', 'delivered'))`;

type Row = Awaited<ReturnType<ReturnType<typeof incidentRows>['execute']>>[number];

export async function withPromises(tx: Tx, councilId: string, rows: readonly Row[]): Promise<IncidentView[]> {
  const ids = rows.map(({ id }) => id);
  const promises = await promisesOf(tx, councilId, ids);
  return rows.map((row) => ({
    ...row,
    area: areaOf(row.area),
    members: row.members ?? 0,
    told: row.told ?? 0,
    promises: promises.filter(({ subjectId }) => subjectId === row.id),
  }));
}

const areaSchema = z.object({
  streets: z.array(z.string()).default([]),
  postcodes: z.array(z.string()).default([]),
  wards: z.array(z.string()).default([]),
});

function areaOf(stored: unknown): Required<IncidentArea> {
  return areaSchema.parse(stored);
}
