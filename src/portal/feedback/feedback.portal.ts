import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { giveFeedback, MOST_WORDS } from '#modules/feedback';
import type { ServiceDefinition } from '#modules/services';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import type { Errors, Values } from '#ui';
import { directoryOf } from '../directory.ts';
import { FeedbackPage, FeedbackThanksPage } from './feedback.page.tsx';

interface Route {
  Params: { slug: string };
  Querystring: { from?: string | string[] };
}

const PATH = '/services/:slug/feedback';

/** Anybody says how a service went, without an account and without a name (AJ-48). */
export function feedbackPortal(door: FastifyInstance, deps: Deps): void {
  const limit = limitRate(deps, { name: 'feedback', limit: 10, windowSeconds: 3_600 });
  door.get<Route>(PATH, (request, reply) => show(deps, request, reply, { isSent: request.query.from === 'sent' }));
  door.get<Route>(`${PATH}/thanks`, async (request, reply) =>
    reply.html(FeedbackThanksPage({ ...request.publicShell, service: await serviceOf(deps, request) })),
  );
  door.post<Route>(PATH, { preHandler: limit }, (request, reply) => give(deps, request, reply));
}

async function serviceOf({ db }: Deps, { council, params }: FastifyRequest<Route>): Promise<ServiceDefinition> {
  const { catalogue } = await inCouncil(db, council.id, (tx) => directoryOf(tx, council));
  const found = catalogue.services.get(params.slug);
  if (found) return found.service;
  throw new HttpError(404, 'We have no service of that name. Search for what you need, or look at all services.');
}

interface Shown {
  isSent: boolean;
  /** What was typed and is not right. */
  values?: Values;
  errors?: Errors;
}

async function show(
  deps: Deps,
  request: FastifyRequest<Route>,
  reply: FastifyReply,
  { isSent, values = {}, errors }: Shown,
): Promise<FastifyReply> {
  const service = await serviceOf(deps, request);
  const shown = { service, isSent, token: formToken(reply), values, errors: errors ?? {} };
  const page = FeedbackPage({ ...request.publicShell, ...shown });
  return reply.code(errors ? 422 : 200).html(page);
}

const WRONG: Readonly<Record<string, Errors>> = {
  'no-score': { score: 'Choose how well it worked for you' },
  'too-long': { words: `Use ${MOST_WORDS.toLocaleString('en-GB')} characters or fewer` },
};

async function give(deps: Deps, request: FastifyRequest<Route>, reply: FastifyReply): Promise<FastifyReply> {
  const form = readForm(request);
  const { slug } = request.params;
  const cameFrom = fieldOf(form, 'from') === 'sent' ? 'sent' : 'page';
  const values = { score: fieldOf(form, 'score'), words: fieldOf(form, 'words') };
  const command = { serviceSlug: slug, score: Number(values.score), words: values.words, cameFrom } as const;
  const given = await inCouncil(deps.db, request.councilId, (tx) =>
    giveFeedback(tx, deps.clock, request.council, command),
  );
  if (given.ok) return seeOther(reply, `/services/${slug}/feedback/thanks`);
  return show(deps, request, reply, { isSent: cameFrom === 'sent', values, errors: WRONG[given.refusal] ?? {} });
}
