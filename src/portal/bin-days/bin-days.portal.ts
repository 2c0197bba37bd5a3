import type { FastifyInstance, FastifyRequest } from 'fastify';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { limitRate } from '#platform/http/limit-rate';
import { BinDaysPage } from './bin-days.page.tsx';
import { type BinDays, binDays } from './bin-days.ts';
import { calendarOf } from './calendar-of.ts';

interface BinDaysRoute {
  Params: { uprn: string };
}

const UPRN = /^\d{1,12}$/;

/**
 * The collection days of one address as a page, as a calendar to subscribe to and as open data. A UPRN is the national key
 * of an address: it names nobody, and nothing about who lives there stands in any of the three.
 */
export function binDaysPortal(door: FastifyInstance, deps: Deps): void {
  const preHandler = limitRate(deps, { name: 'bin-days', limit: 600, windowSeconds: 600 });

  door.get<BinDaysRoute>('/bin-days/:uprn', { preHandler }, async (request, reply) =>
    reply.html(BinDaysPage({ ...request.publicShell, days: await found(deps, request) })),
  );

  door.get<BinDaysRoute>('/bin-days/:uprn/calendar.ics', { preHandler }, async (request, reply) => {
    const days = await found(deps, request);
    reply.header('content-disposition', 'inline; filename="bin-days.ics"').type('text/calendar; charset=utf-8');
    return reply.send(calendarOf(days, request.council.name));
  });

  door.get<BinDaysRoute>('/bin-days/:uprn/days.json', { preHandler }, async (request, reply) => {
    const { uprn, postcode, collections } = await found(deps, request);
    return reply.header('access-control-allow-origin', '*').send({ uprn, postcode, collections });
  });
}

async function found({ db, clock }: Deps, request: FastifyRequest<BinDaysRoute>): Promise<BinDays> {
  const { uprn } = request.params;
  const days = UPRN.test(uprn)
    ? await inCouncil(db, request.councilId, (tx) => binDays(tx, clock, request.council, Number(uprn)))
    : undefined;
  if (days) return days;
  throw new HttpError(404, 'We do not collect from that address. Start from the home page with your postcode.');
}
