import type { FastifyInstance } from 'fastify';
import { worklistCounts } from '#modules/cases';
import { liveContacts, waitingContacts } from '#modules/contacts';
import { councilConfig } from '#modules/councils';
import { staffOf } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { formToken } from '#platform/http/shell';
import { linesOf } from './call/lines.ts';
import { StartPage } from './start.page.tsx';

/** Where the day begins: what is on somebody's hands, what waits for their team, a call to answer. */
export function startDesk(inside: FastifyInstance, { db, clock }: Deps): void {
  inside.get('/', async (request, reply) => {
    const actor = staffOf(request);
    const now = clock.now();
    const page = await inCouncil(db, request.councilId, async (tx) => {
      const config = await councilConfig(tx, request.councilId, request.council.revision);
      const { zone } = config.profile;
      const lines = await linesOf(tx, actor, config);
      const [live, waiting] = [await liveContacts(tx, actor), await waitingContacts(tx, actor)];
      const counts = actor.teamId ? await worklistCounts(tx, clock, actor, actor.teamId) : null;
      const hidden = formToken(reply);
      return StartPage({ shell: request.deskShell, actor, live, waiting, counts, lines, now, zone, hidden });
    });
    return reply.html(page);
  });
}
