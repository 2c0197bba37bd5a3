import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { caseLines } from '#modules/cases';
import { acknowledgeMark, endMark, type MarkKey, type MarkLine, oneMark, standingMarks } from '#modules/contacts';
import { type StaffActor, staffOf } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { isId } from '#platform/ids';
import type { Errors, Values } from '#ui';
import { type Outcome, oneAct, typedText } from '../../doors/act.ts';
import { directoryOf } from '../../portal/directory.ts';
import { MarkPage } from './mark.page.tsx';
import { MarksPage } from './marks.page.tsx';

interface MarksRoute {
  Querystring: { after?: string };
}

interface MarkRoute {
  Params: { id: string };
}

/** Complaints, requests for information, claims …: what the reader's teams have to acknowledge and answer. */
export function marksDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get<MarksRoute>('/marks', async (request, reply) => reply.html(await listPage(deps, request)));
  inside.get<MarkRoute>('/marks/:id', async (request, reply) =>
    reply.html(await onePage(deps, request, reply, { errors: {}, values: {} })),
  );
  inside.post<MarkRoute>('/marks/:id/acknowledgement', async (request, reply) => {
    const markId = idOf(request);
    const outcome = await oneAct(deps, request.councilId, (tx) => acknowledge(tx, deps, staffOf(request), markId));
    if ('to' in outcome) return seeOther(reply, outcome.to);
    return reply.code(422).html(await onePage(deps, request, reply, outcome));
  });
  inside.post<MarkRoute>('/marks/:id/answer', async (request, reply) => {
    const form = readForm(request);
    const typed = { markId: idOf(request), outcome: fieldOf(form, 'outcome'), note: typedText(fieldOf(form, 'note')) };
    const outcome = await oneAct(deps, request.councilId, (tx) => end(tx, deps, staffOf(request), typed));
    if ('to' in outcome) return seeOther(reply, outcome.to);
    return reply.code(422).html(await onePage(deps, request, reply, outcome));
  });
}

const NOT_FOUND = 'There is no such mark with your teams. Choose one from the list.';
const LONGEST = 2_000;
const MESSAGES: Readonly<Record<string, string>> = {
  'not-allowed': 'It belongs to another team. Ask them',
  'already-ended': 'Somebody has ended it meanwhile',
  'already-acknowledged': 'Somebody has acknowledged it meanwhile',
  'nothing-said': 'Write what was answered, or why it was no such thing',
};

async function acknowledge(tx: Tx, { clock }: Deps, actor: StaffActor, markId: string): Promise<Outcome> {
  const done = await acknowledgeMark(tx, clock, actor, { markId });
  if (done.ok) return { to: `/desk/marks/${markId}` };
  if (done.refusal === 'not-found') throw new HttpError(404, NOT_FOUND);
  return { errors: { acknowledgement: MESSAGES[done.refusal] ?? 'Try again' }, values: {} };
}

interface TypedEnd {
  markId: string;
  outcome: string;
  note: string;
}

async function end(tx: Tx, { clock }: Deps, actor: StaffActor, typed: TypedEnd): Promise<Outcome> {
  const { markId, outcome, note } = typed;
  const values = { outcome, note };
  if (outcome !== 'answered' && outcome !== 'not-a-mark') {
    return { errors: { outcome: 'Choose whether it was answered' }, values };
  }
  if (note.length > LONGEST) return { errors: { note: 'Use 2,000 characters or fewer' }, values };
  const done = await endMark(tx, clock, actor, { markId, outcome, note });
  if (done.ok) return { to: '/desk/marks' };
  if (done.refusal === 'not-found') throw new HttpError(404, NOT_FOUND);
  return { errors: { note: MESSAGES[done.refusal] ?? 'Try again' }, values };
}

function listPage(deps: Deps, request: FastifyRequest<MarksRoute>) {
  const actor = staffOf(request);
  return inCouncil(deps.db, request.councilId, async (tx) => {
    const { marks, next } = await standingMarks(tx, deps.clock, actor, keyOf(request.query.after ?? ''));
    const [directory, references] = await Promise.all([directoryOf(tx, request.council), casesOf(tx, actor, marks)]);
    return MarksPage({ shell: request.deskShell, marks, next, references, directory, now: deps.clock.now() });
  });
}

interface State {
  errors: Errors;
  values: Values;
}

function onePage(deps: Deps, request: FastifyRequest<MarkRoute>, reply: FastifyReply, state: State) {
  const actor = staffOf(request);
  return inCouncil(deps.db, request.councilId, async (tx) => {
    const mark = await oneMark(tx, deps.clock, actor, idOf(request));
    if (!mark) throw new HttpError(404, NOT_FOUND);
    const [directory, references] = await Promise.all([directoryOf(tx, request.council), casesOf(tx, actor, [mark])]);
    const reference = references.get(mark.caseId ?? '') ?? null;
    const hidden = formToken(reply);
    return MarkPage({ shell: request.deskShell, mark, reference, directory, hidden, now: deps.clock.now(), ...state });
  });
}

/** References by id of the cases that are marked. */
async function casesOf(
  tx: Tx,
  { councilId }: StaffActor,
  marks: readonly MarkLine[],
): Promise<ReadonlyMap<string, string>> {
  const caseIds = marks.flatMap(({ caseId }) => caseId ?? []);
  const lines = caseIds.length === 0 ? [] : await caseLines(tx, councilId, { caseIds });
  return new Map(lines.map(({ id, reference }) => [id, reference]));
}

function idOf({ params }: FastifyRequest<MarkRoute>): string {
  if (!isId(params.id)) throw new HttpError(404, NOT_FOUND);
  return params.id;
}

/** Where the page before ended: `<milliseconds>.<id>`. What is neither begins at the top. */
function keyOf(text: string): MarkKey | undefined {
  const [at = '', id = ''] = text.split('.');
  return isId(id) && /^\d{1,15}$/.test(at) ? { dueAt: new Date(Number(at)), id } : undefined;
}
