import { keepPromise, promisesOf } from '#modules/promises';
import { type Actor, may } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { publishCase } from '../publish-case.ts';
import { findIncident } from './find-incident.ts';

interface EndIncident {
  /** Id or reference. */
  incident: string;
  /** What everybody is told: 1 to 1,000 characters. */
  ending: string;
  /** When it was over; now when left out. */
  endedAt?: Date;
}

export type EndIncidentRefusal = 'not-found' | 'not-allowed' | 'already-ended' | 'nothing-said' | 'in-the-future';
export type EndIncidentResult = { ok: true } | { ok: false; refusal: EndIncidentRefusal };

/** It is over: its promise is kept or missed, and everybody who joined hears of it. */
export async function endIncident(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  command: EndIncident,
): Promise<EndIncidentResult> {
  if (!may(actor, 'run-incidents')) return { ok: false, refusal: 'not-allowed' };
  const incident = await findIncident(tx, actor.councilId, command.incident);
  if (!incident) return { ok: false, refusal: 'not-found' };
  if (incident.ended_at) return { ok: false, refusal: 'already-ended' };
  const ending = command.ending.trim();
  if (ending === '') return { ok: false, refusal: 'nothing-said' };
  const doneAt = command.endedAt ?? clock.now();
  if (doneAt > clock.now()) return { ok: false, refusal: 'in-the-future' };
  for (const { id, outcome } of await promisesOf(tx, actor.councilId, [incident.id])) {
    if (outcome === null) await keepPromise(tx, clock, actor, { promiseId: id, doneAt });
  }
  await tx
    .updateTable('incidents')
    .set({ ended_at: doneAt, ending })
    .where('council_id', '=', incident.council_id)
    .where('id', '=', incident.id)
    .execute();
  await publishCase(tx, clock, actor, { type: 'incident.ended', subjectId: incident.id });
  return { ok: true };
}
