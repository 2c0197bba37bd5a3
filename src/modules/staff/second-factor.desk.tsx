import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { enrolmentKey, enrolSecondFactor } from './enrol-second-factor.ts';
import { passSecondFactor } from './pass-second-factor.ts';
import { type PendingSignIn, pendingSignIn } from './pending-sign-in.ts';
import { safeBack } from './safe-back.ts';
import { EnrolmentPage, RecoveryCodesPage, SecondFactorPage } from './second-factor.page.tsx';
import { lockedMessage } from './sign-in.desk.tsx';
import { STAFF_COOKIE } from './signed-in.desk.ts';
import { setStaffCookie } from './staff-cookie.desk.ts';
import { totpKeyShown } from './totp.ts';

/** Between the password and the desk: the code of an app, and setting that app up. */
export function secondFactorDesk(desk: FastifyInstance, deps: Deps): void {
  desk.get('/sign-in/second-factor', async (request, reply) => {
    if (!(await pendingOf(request, deps, 'second-factor'))) return startAgain(reply);
    return askForCode(request, reply);
  });
  desk.post('/sign-in/second-factor', (request, reply) => passCode(request, reply, deps));
  desk.get('/sign-in/enrolment', async (request, reply) => {
    const pending = await pendingOf(request, deps, 'enrolment');
    return pending ? askForApp(request, reply, deps, { pending }) : startAgain(reply);
  });
  desk.post('/sign-in/enrolment', (request, reply) => enrol(request, reply, deps));
}

async function passCode(request: FastifyRequest, reply: FastifyReply, deps: Deps): Promise<FastifyReply> {
  const { councilId } = request;
  const code = codeOf(request);
  const pending = await pendingOf(request, deps, 'second-factor');
  if (!pending) return startAgain(reply);
  if (code === '') return askForCode(request, reply, ENTER_CODE);
  const passed = await inCouncil(deps.db, councilId, (tx) =>
    passSecondFactor(tx, deps.clock, { councilId, pending, code, secret: deps.secret }),
  );
  if (!passed.ok) {
    if (passed.refusal === 'gone') return startAgain(reply);
    return askForCode(
      request,
      reply,
      passed.refusal === 'locked' ? lockedMessage(deps, passed.until) : WRONG[passed.refusal],
    );
  }
  setStaffCookie(reply, deps, passed.token);
  return seeOther(reply, backOf(request));
}

async function enrol(request: FastifyRequest, reply: FastifyReply, deps: Deps): Promise<FastifyReply> {
  const { councilId } = request;
  const code = codeOf(request);
  const pending = await pendingOf(request, deps, 'enrolment');
  if (!pending) return startAgain(reply);
  if (code === '') return askForApp(request, reply, deps, { pending, error: ENTER_CODE });
  const enrolled = await inCouncil(deps.db, councilId, (tx) =>
    enrolSecondFactor(tx, deps.clock, { councilId, pending, code, secret: deps.secret }),
  );
  if (!enrolled.ok) {
    if (enrolled.refusal === 'gone') return startAgain(reply);
    const error = enrolled.refusal === 'locked' ? lockedMessage(deps, enrolled.until) : WRONG[enrolled.refusal];
    return askForApp(request, reply, deps, { pending, error });
  }
  setStaffCookie(reply, deps, enrolled.token);
  const { council } = request.publicShell;
  return reply.html(<RecoveryCodesPage council={council} codes={enrolled.recoveryCodes} next={backOf(request)} />);
}

const ENTER_CODE = 'Enter the 6-digit code';
const WRONG = {
  'wrong-code': 'That code is not right. Enter the code that your app shows now',
  'used-code': 'That code has been used. Wait for the next one and enter it',
};

async function pendingOf(
  request: FastifyRequest,
  { db, clock }: Deps,
  step: PendingSignIn['step'],
): Promise<PendingSignIn | null> {
  const token = request.cookies[STAFF_COOKIE];
  if (token === undefined) return null;
  const pending = await inCouncil(db, request.councilId, (tx) => pendingSignIn(tx, clock, request.councilId, token));
  return pending?.step === step ? pending : null;
}

function startAgain(reply: FastifyReply): FastifyReply {
  return seeOther(reply, '/desk/sign-in');
}

function askForCode(request: FastifyRequest, reply: FastifyReply, error?: string): FastifyReply {
  return reply
    .code(error === undefined ? 200 : 422)
    .html(
      <SecondFactorPage
        council={request.publicShell.council}
        hidden={hiddenOf(request, reply)}
        errors={{ code: error }}
      />,
    );
}

async function askForApp(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, secret }: Deps,
  { pending, error }: { pending: PendingSignIn; error?: string },
): Promise<FastifyReply> {
  const { council } = request.publicShell;
  const key = await inCouncil(db, request.councilId, (tx) => enrolmentKey(tx, secret, pending));
  const shown = await totpKeyShown(key, { issuer: council.name, label: pending.email });
  return reply
    .code(error === undefined ? 200 : 422)
    .html(<EnrolmentPage council={council} hidden={hiddenOf(request, reply)} errors={{ code: error }} {...shown} />);
}

function codeOf(request: FastifyRequest): string {
  return fieldOf(readForm(request), 'code').trim();
}

function hiddenOf(request: FastifyRequest, reply: FastifyReply): Record<string, string> {
  return { ...formToken(reply), back: backOf(request) };
}

function backOf(request: FastifyRequest): string {
  const typed = fieldOf(readForm(request), 'back');
  const { back } = request.query as { back?: unknown };
  return safeBack(typed || (typeof back === 'string' ? back : undefined));
}
