import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CouncilIdentity } from '#modules/councils';
import { isDatabaseAway } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError, SignedOutError, TooManyError } from '#platform/http/http-error';
import { formToken } from '#platform/http/shell';
import { councilFace } from './council-face.ts';
import { ErrorPage } from './error.page.tsx';
import { ExpiredFormPage, type HeldReason, heldForm } from './expired-form.tsx';

interface Answer {
  status: number;
  title: string;
  /** What to do next, in plain words. Never what went wrong inside. */
  detail: string;
  field?: string | undefined;
}

/** Answer every error in the words of the door it happened at: a page for people, problem+json for machines. */
export function answerErrors(server: FastifyInstance, { log, isDemo }: Deps): void {
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const answer = answerOf(error);
    // The route's pattern, not the address: an address can hold what somebody typed.
    if (answer.status >= 500)
      log.error({ route: request.routeOptions.url, err: error.stack ?? error.message }, 'a request failed');
    return sendHeld(request, reply, { error, isDemo }) ?? send(request, reply, answer);
  });
  server.setNotFoundHandler((request, reply) => send(request, reply, NOT_FOUND));
}

const NOT_FOUND: Answer = {
  status: 404,
  title: 'Page not found',
  detail: 'If you typed the address, check it is right. If you pasted it, check that you copied all of it.',
};

const AWAY: Answer = {
  status: 503,
  title: 'The service is not available right now',
  detail: 'Wait a minute, then try again. What you had already sent is kept.',
};

function answerOf(error: FastifyError | HttpError): Answer {
  if (error instanceof HttpError)
    return { status: error.statusCode, title: titleOf(error.statusCode), detail: error.message, field: error.field };
  if (isDatabaseAway(error)) return AWAY;
  const status = error.statusCode ?? 500;
  if (status === 404) return NOT_FOUND;
  if (status === 413)
    return {
      status,
      title: titleOf(status),
      detail: 'What you sent is too large. Send less text or smaller files, and try again.',
    };
  if (status < 500)
    return {
      status,
      title: titleOf(status),
      detail: 'We could not read what was sent. Go back, check it and send it again.',
    };
  return {
    status: 500,
    title: titleOf(500),
    detail: 'Try again in a few minutes. If it still does not work, call us.',
  };
}

function titleOf(status: number): string {
  if (status === 403) return 'You cannot do this';
  if (status === 404) return 'Page not found';
  if (status === 409) return 'Something has changed';
  if (status === 413) return 'Too large';
  if (status === 429) return 'Too many requests';
  return status < 500 ? 'There is a problem' : 'Sorry, there is a problem with the service';
}

function send(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  askToWait(reply.code(answer.status));
  if (isForMachines(request)) {
    const { status, title, detail, field } = answer;
    return reply
      .type('application/problem+json')
      .send(JSON.stringify({ type: 'about:blank', status, title, detail, field }));
  }
  // A request that failed before its council was known has none.
  const { council } = request as { council?: CouncilIdentity };
  const face = council && councilFace(council, false);
  return reply.html(<ErrorPage council={face} title={answer.title} detail={answer.detail} />);
}

const isForMachines = ({ url }: FastifyRequest): boolean => url.startsWith('/api/') || url.startsWith('/notify/');

/** When to come back, where coming back is what helps. */
function askToWait(reply: FastifyReply): FastifyReply {
  const { statusCode } = reply;
  if (statusCode === 503 || (statusCode === 429 && !reply.hasHeader('retry-after'))) reply.header('retry-after', '60');
  return reply;
}

/** A form that could not be taken for a reason that has nothing to do with what was typed: hold it, to be sent again. */
function sendHeld(
  request: FastifyRequest,
  reply: FastifyReply,
  { error, isDemo }: { error: FastifyError; isDemo: boolean },
): FastifyReply | null {
  const reason = reasonToHold(error);
  const form = reason && !isForMachines(request) && heldForm(request);
  if (!form) return null;
  const status = reason === 'away' ? AWAY.status : (error.statusCode ?? 403);
  return askToWait(reply.code(status)).html(
    <ExpiredFormPage
      council={councilFace(request.council, isDemo)}
      reason={reason}
      detail={reason === 'too-many' ? error.message : undefined}
      form={form}
      token={formToken(reply)}
    />,
  );
}

function reasonToHold(error: FastifyError): HeldReason | null {
  if (error.code === 'FST_CSRF_MISSING_SECRET' || error.code === 'FST_CSRF_INVALID_TOKEN') return 'expired';
  if (error instanceof SignedOutError) return 'signed-out';
  if (isDatabaseAway(error)) return 'away';
  return error instanceof TooManyError ? 'too-many' : null;
}
