import type { Clock } from '#platform/clock';
import { descriptionOf } from './description-of.ts';
import type { OpenCase } from './open-case-command.ts';
import type { CasePlan } from './plan-case.ts';
import { publicTextFor } from './public-text.ts';

interface Opening {
  plan: CasePlan;
  command: OpenCase;
  promises: readonly { dueAt: Date }[];
}

/** A new case as it is kept, all but the reference. */
export function caseRow(clock: Clock, councilId: string, { plan, command, promises }: Opening) {
  const { caseId, service, place, team, owner } = plan;
  const now = clock.now();
  return {
    council_id: councilId,
    id: caseId,
    service_slug: service.slug,
    service_version: service.version,
    title: service.name.en,
    description: command.description?.trim() ?? descriptionOf(service, command.answers),
    ...publicColumns(plan, command),
    channel: command.channel,
    team_id: team.id,
    owner_id: owner?.id ?? null,
    partner_id: partnerOf(plan),
    ...place,
    tier: service.tier,
    opened_at: command.receivedAt ?? now,
    updated_at: now,
    next_due_at: soonest(promises),
    ...originColumns(command),
    ...escalationColumns(plan, now),
    desired_outcome: command.desiredOutcome ?? null,
  };
}

function publicColumns({ service }: CasePlan, { answers, parties }: OpenCase) {
  const names = parties.flatMap(({ name }) => name ?? []);
  const { publicText, publicState } = publicTextFor(service, answers, names);
  return { public_text: publicText, public_state: publicState };
}

function originColumns({ submissionId, source }: OpenCase) {
  const named = source ? { source: source.name, source_id: source.id } : {};
  return { submission_id: submissionId ?? null, ...named };
}

function escalationColumns({ repeats, owner }: CasePlan, now: Date) {
  return repeats ? { repeats_case_id: repeats.id, escalated_at: now, escalated_to: owner?.id ?? null } : {};
}

function partnerOf({ teams }: CasePlan): string | null {
  return [...teams.values()].find(({ kind }) => kind === 'partner')?.id ?? null;
}

function soonest(promises: readonly { dueAt: Date }[]): Date | null {
  const [first, ...rest] = promises.map(({ dueAt }) => dueAt);
  return rest.reduce<Date | null>((least, due) => (least && due < least ? due : least), first ?? null);
}
