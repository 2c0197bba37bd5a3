import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { ChangePasswordPage } from './change-password.page.tsx';
import { changePassword, type PasswordChanged } from './change-password.ts';
import { ownSignIn } from './own-sign-in.ts';
import { lockedMessage } from './sign-in.desk.tsx';
import { staffOf } from './signed-in.desk.ts';
import { setStaffCookie } from './staff-cookie.desk.ts';

/** Changing one's own password. Nothing that was typed is printed back. */
export function changePasswordDesk(desk: FastifyInstance, deps: Deps): void {
  desk.get('/session/password', (request, reply) => ask(request, reply, deps));

  desk.post('/session/password', async (request, reply) => {
    const actor = staffOf(request);
    const form = readForm(request);
    const { clock, db, secret } = deps;
    const typed = {
      current: fieldOf(form, 'current'),
      next: fieldOf(form, 'next'),
      code: fieldOf(form, 'code').trim(),
    };
    const missing = await missingOf(request, deps, typed);
    if (Object.keys(missing).length > 0) return ask(request, reply, deps, missing);
    const changed = await changePassword(db, clock, actor, { ...typed, secret });
    if (!changed.ok) return ask(request, reply, deps, errorsOf(deps, changed));
    setStaffCookie(reply, deps, changed.token);
    return seeOther(reply, '/desk/session?password=changed');
  });
}

interface Typed {
  current: string;
  next: string;
  code: string;
}

async function missingOf(request: FastifyRequest, { db }: Deps, typed: Typed): Promise<Record<string, string>> {
  const { totp } = await inCouncil(db, request.councilId, (tx) => ownSignIn(tx, staffOf(request)));
  return {
    ...(typed.current === '' && { current: 'Enter the password that you have now' }),
    ...(typed.next === '' && { next: 'Enter a new password' }),
    ...(totp.isConfirmed && typed.code === '' && { code: 'Enter the 6-digit code' }),
  };
}

type Refused = Extract<PasswordChanged, { ok: false }>;

function errorsOf(deps: Deps, refused: Refused): Record<string, string> {
  switch (refused.refusal) {
    case 'weak-password':
      return { next: refused.problem };
    case 'locked':
      return { current: lockedMessage(deps, refused.until) };
    case 'wrong-password':
      return { current: 'That is not the password that you have now' };
    case 'wrong-code':
      return { code: 'That code is not right. Enter the code that your app shows now' };
    case 'used-code':
      return { code: 'That code has been used. Wait for the next one and enter it' };
    case 'changed-meanwhile':
      return { current: 'Your password was changed a moment ago in another window' };
    case 'no-password':
      return { current: 'You have no password here: you sign in in another way' };
  }
}

async function ask(
  request: FastifyRequest,
  reply: FastifyReply,
  { db }: Deps,
  errors?: Record<string, string>,
): Promise<FastifyReply> {
  const { passwordHash, totp, email } = await inCouncil(db, request.councilId, (tx) => ownSignIn(tx, staffOf(request)));
  const frame = { shell: request.deskShell, hidden: formToken(reply), errors };
  const asks = { hasPassword: passwordHash !== null, hasSecondFactor: totp.isConfirmed, email };
  return reply.code(errors ? 422 : 200).html(<ChangePasswordPage {...frame} {...asks} />);
}
