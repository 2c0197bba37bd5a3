import { type Actor, isStaff, may } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { JobRow } from './find-job.ts';
import './tables.ts';

export interface TeamJob {
  id: string;
  /** Reference of the case and number of the sheet, as it is printed: `K7M3-QX9T/1`. */
  sheet: string;
  title: string;
  state: JobRow['state'];
  place: string | null;
  postcode: string | null;
  dueAt: Date | null;
  isOverdue: boolean;
  madeAt: Date;
  assignedTo: string | null;
}

interface TeamJobs {
  teamId: string;
  filter?: 'all' | 'new' | 'overdue' | 'returned';
  after?: { dueAt: Date | null; id: string } | null;
}

const PAGE = 50;

/** The open job sheets of a team or partner, the soonest due first. Nobody reads another partner's. */
export async function teamJobs(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { teamId, filter = 'all', after = null }: TeamJobs,
): Promise<{ jobs: TeamJob[]; next: { dueAt: Date | null; id: string } | null }> {
  if (!mayRead(actor, teamId)) return { jobs: [], next: null };
  const now = clock.now();
  const rows = await tx
    .selectFrom('jobs as j')
    .innerJoin('cases as c', (join) => join.onRef('c.council_id', '=', 'j.council_id').onRef('c.id', '=', 'j.case_id'))
    .leftJoin('staff_members as s', (join) =>
      join.onRef('s.council_id', '=', 'j.council_id').onRef('s.id', '=', 'j.assigned_to'),
    )
    .select(['j.id', 'j.title', 'j.state', 'j.number', 'j.due_at', 'j.made_at', 'c.reference', 'c.place', 'c.postcode'])
    .select('s.name as assignedTo')
    .where('j.council_id', '=', actor.councilId)
    .where('j.team_id', '=', teamId)
    .where('j.ended_at', 'is', null)
    .$if(filter === 'new', (query) => query.where('j.state', '=', 'sent'))
    .$if(filter === 'returned', (query) => query.where('j.state', '=', 'returned'))
    .$if(filter === 'overdue', (query) => query.where('j.due_at', '<', now))
    // Those without a date come last, so they are after every dated one.
    .$if(after !== null && after.dueAt === null, (query) =>
      query.where('j.due_at', 'is', null).where('j.id', '>', after?.id ?? ''),
    )
    .$if(after !== null && after.dueAt !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb(eb.refTuple('j.due_at', 'j.id'), '>', eb.tuple(after?.dueAt ?? now, after?.id ?? '')),
          eb('j.due_at', 'is', null),
        ]),
      ),
    )
    .orderBy('j.due_at')
    .orderBy('j.id')
    .limit(PAGE + 1)
    .execute();
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return {
    jobs: rows.slice(0, PAGE).map(({ reference, number, due_at, made_at, ...job }) => ({
      ...job,
      sheet: `${reference}/${number}`,
      dueAt: due_at,
      isOverdue: due_at !== null && due_at < now,
      madeAt: made_at,
    })),
    next: last ? { dueAt: last.due_at, id: last.id } : null,
  };
}

function mayRead(actor: Actor, teamId: string): boolean {
  if (actor.type === 'machine') return may(actor, 'read-api');
  return isStaff(actor) && (may(actor, 'work-cases') || actor.teamIds.includes(teamId));
}
