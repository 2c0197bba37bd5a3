import type { Tx } from '#platform/db';
import './tables.ts';

/** A piece that did not come by its day, of which the customer was reminded. */
export interface LateEvidence {
  id: string;
  reference: string;
  title: string;
  team: string;
  owner: string | null;
  name: string;
  /** `YYYY-MM-DD` */
  dueOn: string;
  remindedAt: Date;
}

interface Wanted {
  /** Of one team; of all where it is left out. */
  teamId?: string | undefined;
  after?: { dueOn: string; id: string } | null;
  limit: number;
}

/** Late evidence of open cases, the latest day first in line, a page at a time by key. */
export function lateEvidence(tx: Tx, councilId: string, { teamId, after, limit }: Wanted): Promise<LateEvidence[]> {
  return late(tx, councilId, teamId)
    .innerJoin('teams as t', (join) => join.onRef('t.council_id', '=', 'c.council_id').onRef('t.id', '=', 'c.team_id'))
    .leftJoin('staff_members as o', (join) =>
      join.onRef('o.council_id', '=', 'c.council_id').onRef('o.id', '=', 'c.owner_id'),
    )
    .select(['e.id', 'c.reference', 'c.title', 't.name as team', 'o.name as owner', 'e.name'])
    .select((eb) => [eb.ref('e.due_on').$notNull().as('dueOn'), eb.ref('e.reminded_at').$notNull().as('remindedAt')])
    .$if(after != null, (rest) =>
      rest.where((eb) => eb(eb.refTuple('e.due_on', 'e.id'), '>', eb.tuple(after?.dueOn ?? '', after?.id ?? ''))),
    )
    .orderBy('e.due_on')
    .orderBy('e.id')
    .limit(limit)
    .execute();
}

export async function lateEvidenceCount(tx: Tx, councilId: string, teamId?: string): Promise<number> {
  const { n } = await late(tx, councilId, teamId)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

function late(tx: Tx, councilId: string, teamId: string | undefined) {
  return tx
    .selectFrom('evidence as e')
    .innerJoin('cases as c', (join) => join.onRef('c.council_id', '=', 'e.council_id').onRef('c.id', '=', 'e.case_id'))
    .where('e.council_id', '=', councilId)
    .where('e.state', 'in', ['asked', 'refused'])
    .where('e.reminded_at', 'is not', null)
    .where('e.due_on', 'is not', null)
    .where('c.ended_at', 'is', null)
    .$if(teamId !== undefined, (rest) => rest.where('c.team_id', '=', teamId ?? ''));
}
