import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { councilConfig } from '#modules/councils';
import { DAY_SETS, type DaySet, dayFigures, dayRows } from '#modules/insight';
import { staffOf } from '#modules/staff';
import { csvOf } from '#platform/csv';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { isId } from '#platform/ids';
import { TodayPage } from './today.page.tsx';
import { figuresAsCsv, rowsAsCsv } from './today-csv.ts';
import { TodayRowsPage } from './today-rows.page.tsx';

interface TodayRoute {
  Params: { set: string };
  Querystring: { date?: string; costs?: string; channel?: string; direction?: string; line?: string; after?: string };
}
type Asking = FastifyRequest<TodayRoute>;

/** A day in numbers, each of which opens its rows; all of it as CSV too. */
export function todayDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get<TodayRoute>('/today', async (request, reply) => {
    const { page, isWrong } = await inCouncil(deps.db, request.councilId, async (tx) => {
      const read = await readDay(tx, deps, request);
      const { figures } = read;
      const shown = { figures, errors: read.errors, typed: request.query.date ?? figures.date };
      return { page: TodayPage({ shell: request.deskShell, ...shown }), isWrong: Object.keys(read.errors).length > 0 };
    });
    return reply.code(isWrong ? 422 : 200).html(page);
  });

  inside.get<TodayRoute>('/today.csv', async (request, reply) => {
    const { figures } = await inCouncil(deps.db, request.councilId, (tx) => rightDay(tx, deps, request));
    return sendCsv(reply, `day-${figures.date}.csv`, csvOf(figuresAsCsv(figures)));
  });

  inside.get<TodayRoute>('/today/:set', async (request, reply) => reply.html(await rowsPage(deps, request)));

  inside.get<TodayRoute>('/today/:set/rows.csv', async (request, reply) => {
    const set = setOf(request);
    const { date, lines } = await inCouncil(deps.db, request.councilId, async (tx) => {
      const { figures, day, prices } = await rightDay(tx, deps, request);
      const found = await dayRows(tx, { day, set, contacts: partOf(request), prices, limit: MOST_IN_A_FILE });
      return { date: figures.date, lines: rowsAsCsv(found) };
    });
    return sendCsv(reply, `${set}-${date}.csv`, csvOf(lines));
  });
}

const A_PAGE = 100;
/** A day of the busiest council; more than a spreadsheet shows comfortably, less than the memory of the process. */
const MOST_IN_A_FILE = 20_000;

async function rowsPage(deps: Deps, request: Asking) {
  const set = setOf(request);
  const contacts = partOf(request);
  return inCouncil(deps.db, request.councilId, async (tx) => {
    const { figures, day, prices } = await rightDay(tx, deps, request);
    const asked = { day, set, contacts, prices, after: keyOf(request.query.after ?? ''), limit: A_PAGE + 1 };
    const found = await dayRows(tx, asked);
    const { profile } = await councilConfig(tx, request.councilId, request.council.revision);
    const shown = { figures, set, contacts, found, pageSize: A_PAGE, zone: profile.zone, now: deps.clock.now() };
    return TodayRowsPage({ shell: request.deskShell, ...shown });
  });
}

/** The day that was asked for; or today's figures, with what is wrong about the address. */
async function readDay(tx: Tx, { clock }: Deps, request: Asking) {
  const actor = staffOf(request);
  const { date = '', costs = '' } = request.query;
  const isDate = date === '' || z.iso.date().safeParse(date).success;
  const costSet = costs === '' ? undefined : costs;
  const asked = { costSet, ...(isDate && date !== '' && { date }) };
  const found = await dayFigures(tx, clock, actor, asked);
  if (found.ok) return { ...found, errors: isDate ? {} : { date: 'Enter a date such as 2026-11-24' } };
  if (found.refusal === 'not-allowed')
    throw new HttpError(403, 'Your sign-in does not show the figures of the council.');
  const today = await dayFigures(tx, clock, actor);
  if (!today.ok) throw new Error('today has figures and the council has a set of costs');
  const errors =
    found.refusal === 'in-the-future'
      ? { date: 'Choose today or a day before it' }
      : { costs: 'Choose one of the sets of unit costs' };
  return { ...today, errors };
}

/** The same, for what stands behind a number: a wrong address has none. */
async function rightDay(tx: Tx, deps: Deps, request: Asking) {
  const read = await readDay(tx, deps, request);
  const [wrong] = Object.values(read.errors);
  if (wrong !== undefined) throw new HttpError(404, `${wrong}.`);
  return read;
}

function setOf({ params }: Asking): DaySet {
  const set = DAY_SETS.find((one) => one === params.set);
  if (!set) throw new HttpError(404, 'There is no such number. Open one from the page of the day.');
  return set;
}

function partOf({ query }: Asking) {
  const { channel = '', direction = '', line = '' } = query;
  return { channel: channel || undefined, direction: direction || undefined, line: line || undefined };
}

function keyOf(text: string): { at: Date; id: string } | undefined {
  const [at = '', id = ''] = text.split('.');
  return /^\d{1,15}$/.test(at) && isId(id) ? { at: new Date(Number(at)), id } : undefined;
}

function sendCsv(reply: FastifyReply, name: string, text: string): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(text);
}
