import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { staffOf } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import type { Errors, Values } from '#ui';
import { holdList } from './hold-list.ts';
import { liftHold } from './lift-hold.ts';
import { type PlaceHoldResult, placeHold } from './place-hold.ts';
import { previewDisposal } from './preview-disposal.ts';
import { proofList } from './proof-list.ts';
import { RetentionPage } from './retention.page.tsx';

const PAGE = '/desk/admin/retention';

/** Rules, holds and proofs, for administrators. */
export function retentionDesk(desk: FastifyInstance, deps: Deps): void {
  const { db, clock } = deps;
  desk.get('/admin/retention', (request, reply) => show(request, reply, deps));

  desk.post('/admin/retention/holds', async (request, reply) => {
    const actor = staffOf(request);
    const form = readForm(request);
    const values = { subject: fieldOf(form, 'subject'), why: fieldOf(form, 'why') };
    const tooLong = values.why.length > LONGEST_WHY;
    const held: PlaceHoldResult = tooLong
      ? { ok: false, refusal: 'no-reason' }
      : await inCouncil(db, actor.councilId, (tx) => placeHold(tx, clock, actor, values));
    if (held.ok) return seeOther(reply, PAGE);
    if (held.refusal === 'not-allowed') throw new HttpError(403, 'Ask an administrator to hold this record.');
    return show(request, reply, deps, { values, errors: tooLong ? TOO_LONG : ERRORS[held.refusal] });
  });

  desk.post<{ Params: { id: string } }>('/admin/retention/holds/:id/lift', async (request, reply) => {
    const actor = staffOf(request);
    const holdId = request.params.id;
    const lifted = await inCouncil(db, actor.councilId, (tx) => liftHold(tx, clock, actor, { holdId }));
    if (!lifted.ok && lifted.refusal === 'not-allowed') throw new HttpError(403, 'Ask an administrator to lift it.');
    // Lifted by somebody else meanwhile: the list says so.
    return seeOther(reply, PAGE);
  });
}

const LONGEST_WHY = 1_000;
const TOO_LONG: Errors = { why: `Use ${LONGEST_WHY} characters or fewer` };
const ERRORS: Record<Exclude<Extract<PlaceHoldResult, { ok: false }>['refusal'], 'not-allowed'>, Errors> = {
  'not-found': { subject: 'Enter the reference of a case, or the number of a record, that is here' },
  'no-reason': { why: 'Say why it must be kept' },
  'held-already': { subject: 'This is held already' },
};

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, clock }: Deps,
  typed: { values: Values; errors: Errors } = { values: {}, errors: {} },
): Promise<FastifyReply> {
  const actor = staffOf(request);
  const { councilId } = actor;
  const shown = await inCouncil(db, councilId, async (tx) => {
    const rules = await previewDisposal(tx, clock, actor);
    return rules && { rules, holds: await holdList(tx, councilId), proofs: await proofList(tx, councilId) };
  });
  if (!shown) throw new HttpError(403, 'Only administrators see what is kept and disposed of.');
  const page = <RetentionPage shell={request.deskShell} hidden={formToken(reply)} {...shown} {...typed} />;
  return reply.code(Object.keys(typed.errors).length > 0 ? 422 : 200).html(page);
}
