import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayHandleContacts, startContact } from '#modules/contacts';
import { formCalled, formsLeft, formsToCall } from '#modules/forms';
import { localDate } from '#modules/places';
import { staffOf } from '#modules/staff';
import { recordRead } from '#platform/audit';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { isId } from '#platform/ids';
import { directoryOf } from '../../portal/directory.ts';
import { FormsLeftPage } from './forms-left.page.tsx';

interface CallRoute {
  Params: { id: string };
}

const DAYS = 28;
const A_DAY = 86_400_000;

/** Forms that were begun and not sent: who allowed us to call, and where people stop. */
export function formsLeftDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get('/forms-left', async (request, reply) => reply.html(await page(deps, request, reply)));
  inside.post<CallRoute>('/forms-left/:id/call', async (request, reply) => {
    const staff = allowed(request);
    const { id } = request.params;
    if (!isId(id)) throw new HttpError(404, 'There is no such form. Choose one from the list.');
    await inCouncil(deps.db, request.councilId, (tx) => formCalled(tx, deps.clock, staff, id));
    return seeOther(reply, '/desk/forms-left');
  });
  inside.post<CallRoute>('/forms-left/:id/contact', async (request, reply) => {
    const staff = allowed(request);
    const { id } = request.params;
    const contactId = await inCouncil(deps.db, request.councilId, async (tx) => {
      const one = (await formsToCall(tx, deps.clock, request.councilId)).find((form) => form.id === id);
      if (!one)
        throw new HttpError(404, 'That form was sent, or somebody has called already. Choose one from the list.');
      const givenName = one.name === '' ? {} : { givenName: one.name };
      const given = { channel: 'phone', direction: 'out', givenPhone: one.number, ...givenName } as const;
      const started = await startContact(tx, deps.clock, staff, given);
      if (!started.ok) throw new HttpError(403, 'Your sign-in does not let you take contacts. Ask your manager.');
      return started.contactId;
    });
    return seeOther(reply, `/desk/contacts/${contactId}?saved=${id}`);
  });
}

function allowed(request: FastifyRequest) {
  const staff = staffOf(request);
  if (!mayHandleContacts(staff)) throw new HttpError(403, 'Only people who take calls see who may be called.');
  return staff;
}

function page({ db, clock }: Deps, request: FastifyRequest, reply: FastifyReply) {
  const staff = allowed(request);
  return inCouncil(db, request.councilId, async (tx) => {
    const directory = await directoryOf(tx, request.council);
    const { zone } = directory.config.profile;
    const since = localDate(new Date(clock.now().getTime() - DAYS * A_DAY), zone);
    const toCall = await formsToCall(tx, clock, request.councilId);
    const left = await formsLeft(tx, request.councilId, since);
    for (const { id } of toCall) {
      await recordRead(tx, clock, staff, {
        act: 'form.read',
        subjectType: 'draft',
        subjectId: id,
        purpose: 'to call about a form that was left',
      });
    }
    return FormsLeftPage({
      shell: request.deskShell,
      toCall,
      left,
      directory,
      days: DAYS,
      now: clock.now(),
      token: formToken(reply),
    });
  });
}
