import { type PromiseView, promisesOf } from '#modules/promises';
import { type Actor, may } from '#modules/staff';
import type { Tx } from '#platform/db';
import '../tables.ts';

export interface IncidentView {
  id: string;
  reference: string;
  title: string;
  message: string;
  service: string;
  roundSlug: string | null;
  onDate: string | null;
  team: string;
  startedAt: Date;
  endedAt: Date | null;
  ending: string | null;
  members: number;
  /** How many have been told by an adviser or by a message that was accepted. */
  told: number;
  promises: PromiseView[];
}

const MOST = 50;

/** What is going on now, and what ended last, newest first. */
export async function incidents(tx: Tx, actor: Actor, { open }: { open: boolean }): Promise<IncidentView[]> {
  if (!may(actor, 'see-cases')) return [];
  const rows = await tx
    .selectFrom('incidents as i')
    .innerJoin('teams as t', (join) => join.onRef('t.council_id', '=', 'i.council_id').onRef('t.id', '=', 'i.team_id'))
    .select(['i.id', 'i.reference', 'i.title', 'i.message', 'i.service_slug as service', 'i.round_slug as roundSlug'])
    .select(['i.on_date as onDate', 't.name as team', 'i.started_at as startedAt', 'i.ended_at as endedAt', 'i.ending'])
    .select((eb) => {
      const members = eb
        .selectFrom('incident_members as m')
        .whereRef('m.council_id', '=', 'i.council_id')
        .whereRef('m.incident_id', '=', 'i.id');
      return [
        members.select(({ fn }) => fn.countAll<number>().as('n')).as('members'),
        members.select(({ fn }) => fn.count<number>('m.told_at').as('n')).as('told'),
      ];
    })
    .where('i.council_id', '=', actor.councilId)
    .where('i.ended_at', open ? 'is' : 'is not', null)
    .orderBy('i.started_at', 'desc')
    .limit(MOST)
    .execute();
  const promises = await promisesOf(
    tx,
    actor.councilId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    members: row.members ?? 0,
    told: row.told ?? 0,
    promises: promises.filter(({ subjectId }) => subjectId === row.id),
  }));
}
