import type { FastifyInstance } from 'fastify';
import { startContact } from '#modules/contacts';
import { councilConfig } from '#modules/councils';
import { staffOf } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { TAKEN_BY_HAND } from '../words.ts';
import { callPath } from './call.ts';
import { lineOf } from './lines.ts';

/** Begin a contact by hand: a call, somebody at the counter, a letter. Its time runs from now, with nobody identified. */
export function startCalls(inside: FastifyInstance, { db, clock }: Deps): void {
  inside.post('/calls', async (request, reply) => {
    const form = readForm(request);
    const channel = TAKEN_BY_HAND.find((one) => one === fieldOf(form, 'channel')) ?? 'phone';
    const givenPhone = fieldOf(form, 'phone').trim().slice(0, LONGEST);
    const direction = fieldOf(form, 'direction') === 'out' ? 'out' : 'in';
    const started = await inCouncil(db, request.councilId, async (tx) => {
      const config = await councilConfig(tx, request.councilId, request.council.revision);
      const contactPoint = lineOf(config, { channel, direction, line: fieldOf(form, 'line') });
      return startContact(tx, clock, staffOf(request), {
        channel,
        direction,
        ...(givenPhone !== '' && { givenPhone }),
        ...(contactPoint !== undefined && { contactPoint }),
      });
    });
    if (!started.ok) throw new HttpError(403, 'Your sign-in does not let you take contacts. Ask your manager.');
    return seeOther(reply, callPath(started.contactId));
  });
}

const LONGEST = 40;
