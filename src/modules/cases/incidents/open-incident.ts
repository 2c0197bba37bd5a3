import { councilConfig } from '#modules/councils';
import { type MadePromise, makePromises } from '#modules/promises';
import { type Actor, isStaff, may } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId, newReference } from '#platform/ids';
import { publishCase } from '../publish-case.ts';
import '../tables.ts';

/** Which addresses an incident is about, beside its round. */
export interface IncidentArea {
  /** Streets as the gazetteer's keys write them. */
  streets?: readonly string[];
  postcodes?: readonly string[];
  wards?: readonly string[];
}

interface OpenIncident {
  /** Slug of the council's kind of incident: its team and its standard come from there. */
  kind: string;
  service: string;
  /** For staff: "Lorry 14 broken down". */
  title: string;
  /** What everybody is told: 1 to 1,000 characters. */
  message: string;
  roundSlug?: string | null;
  /** Local date of the round, "2026-11-24". */
  onDate?: string | null;
  area?: IncidentArea;
}

export type OpenIncidentRefusal =
  | 'not-allowed'
  | 'unknown-kind'
  | 'not-its-service'
  | 'nothing-said'
  | 'no-place'
  | 'no-team'
  | 'no-promise';
export type OpenIncidentResult =
  | { ok: true; incidentId: string; reference: string; promise: MadePromise }
  | { ok: false; refusal: OpenIncidentRefusal };

/**
 * One thing that has happened to many: one message, one promise, and no pile of cases (Kay 3). Callers and addresses join
 * it; nobody's household gets a case for it.
 */
export async function openIncident(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: OpenIncident,
): Promise<OpenIncidentResult> {
  if (!may(actor, 'run-incidents')) return { ok: false, refusal: 'not-allowed' };
  const { incidentKinds } = await councilConfig(tx, actor.councilId);
  const kind = incidentKinds.get(command.kind);
  if (!kind) return { ok: false, refusal: 'unknown-kind' };
  if (!kind.services.includes(command.service)) return { ok: false, refusal: 'not-its-service' };
  if (command.title.trim() === '' || command.message.trim() === '') return { ok: false, refusal: 'nothing-said' };
  if (!hasPlace(command)) return { ok: false, refusal: 'no-place' };
  const team = await teamOf(tx, actor.councilId, kind.team);
  if (!team) return { ok: false, refusal: 'no-team' };
  const incidentId = newId(clock);
  const ownerId = isStaff(actor) ? actor.id : null;
  const about = { subjectType: 'incident' as const, subjectId: incidentId, teamId: team.id, ownerId };
  const promised = await makePromises(tx, clock, actor, [{ ...about, standard: kind.standard }]);
  const [promise] = promised.ok ? promised.promises : [];
  if (!promise) return { ok: false, refusal: 'no-promise' };
  const reference = await insertIncident(tx, clock, actor, { command, incidentId, teamId: team.id, ownerId });
  await publishCase(tx, clock, actor, { type: 'incident.opened', subjectId: incidentId });
  return { ok: true, incidentId, reference, promise };
}

function hasPlace({ roundSlug, area = {} }: OpenIncident): boolean {
  return Boolean(roundSlug) || [area.streets, area.postcodes, area.wards].some((list) => (list?.length ?? 0) > 0);
}

function teamOf(tx: Tx, councilId: string, slug: string) {
  return tx
    .selectFrom('teams')
    .select('id')
    .where('council_id', '=', councilId)
    .where('slug', '=', slug)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

interface NewIncident {
  command: OpenIncident;
  incidentId: string;
  teamId: string;
  /** Who answers to those who joined; a program does not. */
  ownerId: string | null;
}

const MOST_TRIES = 5;

async function insertIncident(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { command, incidentId, teamId, ownerId }: NewIncident,
): Promise<string> {
  const row = {
    council_id: actor.councilId,
    id: incidentId,
    title: command.title.trim(),
    message: command.message.trim(),
    service_slug: command.service,
    round_slug: command.roundSlug ?? null,
    on_date: command.onDate ?? null,
    area: JSON.stringify(command.area ?? {}),
    team_id: teamId,
    owner_id: ownerId,
    started_at: clock.now(),
    made_by: actor.id,
  };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const inserted = await tx
      .insertInto('incidents')
      .values({ ...row, reference: newReference() })
      .onConflict((conflict) => conflict.columns(['council_id', 'reference']).doNothing())
      .returning('reference')
      .executeTakeFirst();
    if (inserted) return inserted.reference;
  }
  throw new Error(`${MOST_TRIES} references in a row were taken`);
}
