import type { FastifyInstance } from 'fastify';
import { councilConfig } from '#modules/councils';
import { today } from '#modules/insight';
import { staffOf } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { TodayPage } from './today.page.tsx';

/** The day so far in numbers. */
export function todayDesk(inside: FastifyInstance, { db, clock }: Deps): void {
  inside.get('/today', async (request, reply) => {
    const page = await inCouncil(db, request.councilId, async (tx) => {
      const found = await today(tx, clock, staffOf(request));
      if (!found) throw new HttpError(403, 'Your sign-in does not show the figures of the council.');
      const { profile } = await councilConfig(tx, request.councilId, request.council.revision);
      return TodayPage({ shell: request.deskShell, today: found, zone: profile.zone });
    });
    return reply.html(page);
  });
}
