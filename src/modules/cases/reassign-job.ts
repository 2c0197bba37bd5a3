import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { type FoundJob, lockJob } from './find-job.ts';
import { mayDoJob } from './job-policy.ts';
import { mayDecide } from './policy.ts';
import { recordJob } from './record-job.ts';
import { voidJobLinks } from './send-job-to-partner.ts';

interface ReassignJob {
  jobId: string;
  /** The team or partner that does it from now on. */
  teamId: string;
  /** A member of that team, where one person has it. */
  assignedTo?: string | null;
  why: string;
}

export type ReassignJobRefusal = 'not-found' | 'not-allowed' | 'not-open' | 'no-reason' | 'no-team' | 'not-in-team';
export type ReassignJobResult = { ok: true } | { ok: false; refusal: ReassignJobRefusal };

/** Give a job to another team or person. Its promise is kept as it was told; the new doer accepts it anew. */
export async function reassignJob(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: ReassignJob,
): Promise<ReassignJobResult> {
  const found = await lockJob(tx, actor.councilId, command.jobId);
  if (!found) return { ok: false, refusal: 'not-found' };
  const { job } = found;
  if (!mayReassign(actor, found)) return { ok: false, refusal: 'not-allowed' };
  if (!canBeReassigned(found)) return { ok: false, refusal: 'not-open' };
  const why = command.why.trim();
  if (why === '') return { ok: false, refusal: 'no-reason' };
  const team = await teamWithMember(tx, actor.councilId, command);
  if (!team) return { ok: false, refusal: 'no-team' };
  if (command.assignedTo && !team.isMember) return { ok: false, refusal: 'not-in-team' };
  await recordJob(tx, clock, actor, {
    ...found,
    event: 'job.reassigned',
    state: 'sent',
    changes: {
      state: 'sent',
      ended_at: null,
      finding: null,
      team_id: team.id,
      is_partner: team.kind === 'partner',
      assigned_to: command.assignedTo ?? null,
    },
    note: why,
    text: `${job.title}: now with ${team.name}.`,
    audience: 'customer',
    data: { teamId: team.id },
  });
  await voidJobLinks(tx, clock, found);
  return { ok: true };
}

function mayReassign(actor: Actor, { job, itsCase }: FoundJob): boolean {
  return mayDecide(actor, itsCase) || (actor.type === 'staff' && mayDoJob(actor, job));
}

/** Work that was given up can be sent again; work that was done or called back cannot. */
function canBeReassigned({ job, itsCase }: FoundJob): boolean {
  return !itsCase.ended_at && job.state !== 'done' && job.state !== 'cancelled';
}

async function teamWithMember(tx: Tx, councilId: string, { teamId, assignedTo }: ReassignJob) {
  return tx
    .selectFrom('teams')
    .select(['id', 'name', 'kind'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('team_members')
            .select('staff_id')
            .where('team_members.council_id', '=', councilId)
            .where('team_members.team_id', '=', teamId)
            .where('staff_id', '=', assignedTo ?? null)
            .where('team_members.ended_at', 'is', null),
        )
        .as('isMember'),
    )
    .where('council_id', '=', councilId)
    .where('id', '=', teamId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}
