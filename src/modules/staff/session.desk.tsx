import type { FastifyInstance } from 'fastify';
import { recordAct } from '#platform/audit';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { hashToken } from '#platform/ids';
import { endSessionsOf } from './end-sessions.ts';
import { ownAccount } from './own-account.ts';
import { SessionPage } from './session.page.tsx';
import { endSession } from './sessions.ts';
import { STAFF_COOKIE, staffOf } from './signed-in.desk.ts';
import { clearStaffCookie } from './staff-cookie.desk.ts';

/** A person's own page, and signing out: this browser, or with `everywhere=yes` all of them. */
export function sessionDesk(desk: FastifyInstance, { db, clock }: Deps): void {
  desk.get<{ Querystring: { password?: string } }>('/session', async (request, reply) => {
    const staff = staffOf(request);
    const account = await inCouncil(db, staff.councilId, (tx) => ownAccount(tx, clock, staff));
    const frame = {
      shell: request.deskShell,
      hidden: formToken(reply),
      hasNewPassword: request.query.password === 'changed',
    };
    return reply.html(<SessionPage {...frame} staff={staff} {...account} />);
  });

  desk.post('/session', async (request, reply) => {
    const actor = staffOf(request);
    const token = request.cookies[STAFF_COOKIE];
    const everywhere = fieldOf(readForm(request), 'everywhere') === 'yes';
    await inCouncil(db, actor.councilId, async (tx) => {
      if (everywhere) await endSessionsOf(tx, clock, actor.councilId, actor.id);
      else if (token !== undefined) await endSession(tx, clock, actor.councilId, hashToken(token));
      await recordAct(tx, clock, actor, {
        act: 'staff.signed-out',
        subjectType: 'staff',
        subjectId: actor.id,
        detail: { everywhere },
      });
    });
    clearStaffCookie(reply);
    return seeOther(reply, '/desk/sign-in?out=yes');
  });
}
