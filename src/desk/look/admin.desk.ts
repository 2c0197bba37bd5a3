import type { FastifyInstance } from 'fastify';
import { bankHolidayWarnings } from '#modules/promises';
import { may, type Permission, staffOf } from '#modules/staff';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { AdminPage, type Room } from './admin.page.tsx';

const ROOMS: readonly (Room & { needs: Permission })[] = [
  {
    needs: 'manage-staff',
    title: 'People',
    href: '/desk/admin/people',
    text: 'Who works at the desk, what they may do, joiners and leavers',
  },
  {
    needs: 'manage-staff',
    title: 'Teams and partners',
    href: '/desk/admin/teams',
    text: 'Who is in which team, who manages it and where its answers go',
  },
  {
    needs: 'manage-tokens',
    title: 'Tokens',
    href: '/desk/admin/tokens',
    text: 'Which programs may read and write, and until when',
  },
  {
    needs: 'search-audit',
    title: 'Audit',
    href: '/desk/admin/audit',
    text: 'Who did and who read what, when and why',
  },
  {
    needs: 'dispose-records',
    title: 'Keeping and disposing',
    href: '/desk/admin/retention',
    text: 'What is due to go, what is held back, and proof of what has gone',
  },
];

/** The rooms of the administration, each with a line that says what is there: those that the reader may enter. */
export function adminDesk(inside: FastifyInstance, { clock }: Deps): void {
  inside.get('/admin', async (request, reply) => {
    const rooms = ROOMS.filter(({ needs }) => may(staffOf(request), needs));
    if (rooms.length === 0) throw new HttpError(403, 'Only administrators come in here. Ask one of them.');
    return reply.html(AdminPage({ shell: request.deskShell, rooms, warnings: bankHolidayWarnings(clock.now()) }));
  });
}
