import type { FastifyInstance } from 'fastify';
import { publicUpdates } from '#modules/cases';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { readForm } from '#platform/http/read-form';
import { readReference } from '#platform/ids';
import { checkJurisdiction } from './jurisdiction.ts';
import { Open311Error } from './open311-error.ts';
import { writer } from './open311-key.ts';
import { instant, several } from './read-query.ts';
import { FORMATS, sendOpen311 } from './reply-open311.ts';
import { takeUpdate } from './take-update.ts';
import { updateView } from './update-view.ts';

const DAY = 86_400_000;
const MOST_DAYS = 90;
const MOST_AT_ONCE = 1_000;

/** `GET` and `POST servicerequestupdates`: the updates extension. */
export function updatesApi(door: FastifyInstance, deps: Deps): void {
  const { db, clock, publicUrl } = deps;
  for (const format of FORMATS) {
    door.get(`/servicerequestupdates.${format}`, async (request, reply) => {
      const between = betweenOf(request.query, clock.now());
      const updates = await inCouncil(db, request.councilId, (tx) => publicUpdates(tx, request.councilId, between));
      const value = updates.map((update) => updateView(update, { publicUrl }));
      return sendOpen311(request, reply, { root: 'service_request_updates', value });
    });

    door.post(`/servicerequestupdates.${format}`, async (request, reply) => {
      const { fields } = readForm(request);
      checkJurisdiction({ jurisdiction_id: fields['jurisdiction_id']?.at(-1) }, request.council.slug);
      const actor = await writer(deps, request, fields);
      const id = await inCouncil(db, request.councilId, (tx) => takeUpdate(tx, clock, actor, fields));
      return sendOpen311(request, reply, { root: 'service_request_updates', value: [{ update_id: id }] });
    });
  }
}

/** The last day where no dates are given; 90 days at most. */
function betweenOf(query: unknown, now: Date) {
  const to = instant(query, 'end_date') ?? now;
  const from = instant(query, 'start_date') ?? new Date(to.getTime() - DAY);
  if (from > to) throw new Open311Error(400, 'start_date must be before end_date.');
  if (to.getTime() - from.getTime() > MOST_DAYS * DAY)
    throw new Open311Error(400, `start_date and end_date must be within ${MOST_DAYS} days of each other.`);
  const references = several(query, 'service_request_id', 200)?.flatMap((id) => readReference(id) ?? []);
  return {
    from,
    to,
    ...(references && { references: references.length > 0 ? references : [''] }),
    limit: MOST_AT_ONCE,
  };
}
