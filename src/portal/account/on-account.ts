import type { FastifyReply, FastifyRequest, RouteGenericInterface } from 'fastify';
import { type AccountActor, accountOf } from '#modules/accounts';
import { seeOther } from '#platform/http/request';
import { withBack } from './account-paths.ts';

type Work<Route extends RouteGenericInterface> = (
  request: FastifyRequest<Route>,
  reply: FastifyReply,
  account: AccountActor,
) => FastifyReply | Promise<FastifyReply>;

/** A page of somebody's account: whoever is not signed in is sent to sign in, and back afterwards. */
export function onAccount<Route extends RouteGenericInterface = RouteGenericInterface>(work: Work<Route>) {
  return async (request: FastifyRequest<Route>, reply: FastifyReply): Promise<FastifyReply> => {
    const account = accountOf(request);
    if (account) return work(request, reply, account);
    // What was typed cannot be kept for somebody who may be somebody else by now; the page itself is found again.
    const back = request.method === 'GET' ? request.url : '/account';
    const path = withBack('/account/sign-in', back);
    return seeOther(reply, `${path}${path.includes('?') ? '&' : '?'}out=idle`);
  };
}
