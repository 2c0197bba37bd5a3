import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordAct } from '#platform/audit';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { isId } from '#platform/ids';
import type { StaffActor } from './actor.ts';
import { AuditPage } from './audit.page.tsx';
import { auditCsv } from './audit-csv.ts';
import { type AuditFilter, auditRows } from './audit-search.ts';
import { may } from './permissions.ts';
import { staffOf } from './signed-in.desk.ts';
import { staffRows } from './staff-list.ts';

const A_PAGE = 50;

/** Ids of what somebody means by a reference; empty when there is no such thing. Given by the door, which knows all modules. */
export type SubjectsOf = (tx: Tx, councilId: string, reference: string) => Promise<string[]>;

/** The audit, for administrators. Each search and each export is written down as well. */
export function auditDesk(desk: FastifyInstance, { db, clock }: Deps, subjectsOf: SubjectsOf): void {
  desk.get('/admin/audit', async (request, reply) => {
    const actor = auditorOf(request);
    const { values, errors } = readQuery(request);
    const page = await inCouncil(db, actor.councilId, async (tx) => {
      const people = await staffRows(tx, actor.councilId, { leavers: true });
      const filter = await filterOf(tx, actor.councilId, { values, people, subjectsOf });
      const rows = await auditRows(tx, actor.councilId, filter, {
        after: cursorOf(values['after']),
        limit: A_PAGE + 1,
      });
      await record(tx, { clock }, actor, { act: 'audit.searched', values });
      return { people, rows };
    });
    const rows = page.rows.slice(0, A_PAGE);
    const last = rows.at(-1);
    const more = page.rows.length > A_PAGE && last ? `${last.at.toISOString()}_${last.id}` : undefined;
    return reply
      .code(Object.keys(errors).length > 0 ? 422 : 200)
      .html(
        <AuditPage
          shell={request.deskShell}
          rows={rows}
          people={page.people}
          values={values}
          errors={errors}
          nextHref={more && `/desk/admin/audit?${queryOf({ ...values, after: more })}`}
          csvHref={`/desk/admin/audit.csv?${queryOf({ ...values, after: '' })}`}
        />,
      );
  });

  desk.get('/admin/audit.csv', async (request, reply) => {
    const actor = auditorOf(request);
    const { councilId } = actor;
    const { values } = readQuery(request);
    const filter = await inCouncil(db, councilId, async (tx) => {
      await record(tx, { clock }, actor, { act: 'audit.exported', values });
      const people = await staffRows(tx, councilId, { leavers: true });
      return filterOf(tx, councilId, { values, people, subjectsOf });
    });
    return reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="audit.csv"')
      .send(Readable.from(auditCsv(db, clock, { councilId, filter })));
  });
}

type Query = Record<string, string>;

const NAMES = ['who', 'about', 'act', 'purpose', 'from', 'to', 'after'];

function readQuery(request: FastifyRequest): { values: Query; errors: Record<string, string> } {
  const query = request.query as Record<string, unknown>;
  const values: Query = {};
  for (const name of NAMES) {
    const value = query[name];
    if (typeof value === 'string' && value.trim() !== '') values[name] = value.trim().slice(0, 200);
  }
  const errors: Record<string, string> = {};
  for (const name of ['from', 'to'])
    if (values[name] !== undefined && !isDay(values[name])) {
      errors[name] = 'Enter a date such as 2026-11-24';
    }
  return { values, errors };
}

interface Meaning {
  values: Query;
  people: readonly { id: string; slug: string }[];
  subjectsOf: SubjectsOf;
}

async function filterOf(tx: Tx, councilId: string, { values, people, subjectsOf }: Meaning): Promise<AuditFilter> {
  const { who, about, act, purpose, from, to } = values;
  const nobody = '00000000-0000-0000-0000-000000000000';
  return {
    actorId: who === undefined ? undefined : (people.find(({ slug }) => slug === who)?.id ?? nobody),
    subjectIds: about === undefined ? undefined : isId(about) ? [about] : await subjectsOf(tx, councilId, about),
    act,
    purpose,
    from: isDay(from) ? new Date(`${from}T00:00:00Z`) : undefined,
    before: isDay(to) ? new Date(new Date(`${to}T00:00:00Z`).getTime() + 86_400_000) : undefined,
  };
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && z.iso.date().safeParse(text).success;
}

function cursorOf(text: string | undefined): { at: Date; id: string } | undefined {
  const [time = '', id = ''] = text?.split('_') ?? [];
  return isId(id) && z.iso.datetime().safeParse(time).success ? { at: new Date(time), id } : undefined;
}

function queryOf(values: Query): string {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString();
}

async function record(
  tx: Tx,
  { clock }: Pick<Deps, 'clock'>,
  actor: StaffActor,
  { act, values }: { act: string; values: Query },
): Promise<void> {
  await recordAct(tx, clock, actor, { act, subjectType: 'audit', subjectId: null, detail: values });
}

function auditorOf(request: FastifyRequest): StaffActor {
  const actor = staffOf(request);
  if (!may(actor, 'search-audit')) throw new HttpError(403, 'Only administrators can search the audit.');
  return actor;
}
