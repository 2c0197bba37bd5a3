import type { FastifyReply, FastifyRequest } from 'fastify';
import { staffOf } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { type Call, type CallAnswer, type CallRoute, contactOf } from './call.ts';
import { callPage } from './call-page.tsx';
import { storeFiles } from './store-files.ts';

/** One press on the screen of a call, in one transaction: what is refused leaves nothing behind and shows what was typed. */
export function onCall(deps: Deps, act: (call: Call) => Promise<CallAnswer>) {
  return async (request: FastifyRequest<CallRoute>, reply: FastifyReply): Promise<FastifyReply> => {
    const answer = await answerOf(deps, request, act);
    if ('to' in answer) return seeOther(reply, answer.to);
    const page = await callPage(deps, request, reply, { values: {}, ...answer });
    return reply.code(422).html(page);
  };
}

async function answerOf(
  deps: Deps,
  request: FastifyRequest<CallRoute>,
  act: (call: Call) => Promise<CallAnswer>,
): Promise<CallAnswer> {
  const stored = await storeFiles(deps, request);
  try {
    return await inCouncil(deps.db, request.councilId, async (tx) => {
      const actor = staffOf(request);
      const contact = await contactOf(tx, actor, request.params.id);
      const answer = await act({ tx, deps, actor, contact, council: request.council, form: readForm(request), stored });
      if ('errors' in answer && !answer.keep) throw new NothingDone(answer);
      return answer;
    });
  } catch (error) {
    if (error instanceof NothingDone) return error.answer;
    throw error;
  }
}

class NothingDone extends Error {
  readonly answer: CallAnswer;
  constructor(answer: CallAnswer) {
    super('refused, so nothing is kept');
    this.answer = answer;
  }
}
