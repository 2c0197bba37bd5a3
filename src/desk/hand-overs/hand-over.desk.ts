import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { councilConfig } from '#modules/councils';
import {
  deliverByHand,
  type HandOverAnswer,
  handOverView,
  mayAnswerFor,
  notSetUp,
  RESULTS,
  retryHandOvers,
  settleAttention,
  takeAnswer,
  teamIdOf,
} from '#modules/handovers';
import type { StaffActor } from '#modules/staff';
import { recordRead } from '#platform/audit';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { newId } from '#platform/ids';
import { type Outcome, oneAct, typedText } from '../../doors/act.ts';
import { HandOverPage } from './hand-over.page.tsx';
import { readerOf } from './hand-overs.desk.ts';

interface OneRoute {
  Params: { id: string };
}
type Asking = FastifyRequest<OneRoute>;

interface Act {
  tx: Tx;
  deps: Deps;
  actor: StaffActor;
  handOverId: string;
  field: (name: string) => string;
}

const ACTS: Readonly<Record<string, (act: Act) => Promise<Outcome>>> = { retry, delivery, answer, seen };
const NONE = 'There is no such hand-over. Choose one from the list.';

/** One hand-over with every try and answer, and what a person can do about it. */
export function handOverDesk(inside: FastifyInstance, deps: Deps): void {
  inside.get<OneRoute>('/hand-overs/:id', async (request, reply) =>
    reply.html(await page(deps, request, reply, { errors: {}, values: {} })),
  );
  for (const [path, act] of Object.entries(ACTS)) {
    inside.post<OneRoute>(`/hand-overs/:id/${path}`, async (request, reply) => {
      const actor = readerOf(request);
      const { id: handOverId } = request.params;
      const form = readForm(request);
      const outcome = await oneAct(deps, request.councilId, (tx) =>
        act({ tx, deps, actor, handOverId, field: (name) => typedText(fieldOf(form, name)) }),
      );
      if ('to' in outcome) return seeOther(reply, outcome.to);
      return reply.code(422).html(await page(deps, request, reply, outcome));
    });
  }
}

function page(deps: Deps, request: Asking, reply: FastifyReply, state: Extract<Outcome, { errors: unknown }>) {
  const actor = readerOf(request);
  return inCouncil(deps.db, request.councilId, async (tx) => {
    const view = await handOverView(tx, request.councilId, request.params.id);
    if (!view) throw new HttpError(404, NONE);
    const read = { act: 'case.read', subjectType: 'case', subjectId: view.caseId, purpose: 'seeing to a hand-over' };
    await recordRead(tx, deps.clock, actor, read);
    const { profile, destinations } = await councilConfig(tx, request.councilId, request.council.revision);
    const destination = destinations.get(view.destination);
    const mayAnswer = mayAnswerFor(actor, { teamId: await teamIdOf(tx, request.councilId, view.destination) });
    const about = {
      name: destination?.name.en ?? view.destination,
      missing: destination ? notSetUp(destination, deps) : null,
    };
    const around = { shell: request.deskShell, hidden: formToken(reply), zone: profile.zone, now: deps.clock.now() };
    return HandOverPage({ ...around, ...state, view, about, mayAnswer });
  });
}

async function retry({ tx, deps, actor, handOverId }: Act): Promise<Outcome> {
  const view = await handOverView(tx, actor.councilId, handOverId);
  if (!view) throw new HttpError(404, NONE);
  const one = { destination: view.destination, handOverId };
  const retried = await retryHandOvers(tx, deps.clock, actor, one);
  if (retried.ok) return { to: `/desk/hand-overs/${handOverId}` };
  return { errors: { message: 'It is being tried now, or it has arrived' }, values: {} };
}

async function delivery({ tx, deps, actor, handOverId, field }: Act): Promise<Outcome> {
  const values = { how: field('how'), reference: field('reference') };
  const done = await deliverByHand(tx, deps.clock, actor, { handOverId, ...values });
  if (done.ok) return { to: `/desk/hand-overs/${handOverId}` };
  if (done.refusal === 'not-found') throw new HttpError(404, NONE);
  if (done.refusal === 'not-allowed') throw new HttpError(403, NOT_YOURS);
  if (done.refusal === 'no-reason') return { errors: { how: 'Say how you passed it on' }, values };
  return { errors: { message: 'It has arrived in the meantime' }, values };
}

const DECIDED = 'The case was decided before, and not like this. Open it: the decision can be corrected there';
const NOT_YOURS = 'Only the team that sees to this destination may say so. Ask it, or your manager.';

async function answer({ tx, deps, actor, handOverId, field }: Act): Promise<Outcome> {
  const values = { result: field('result'), theirs: field('theirs'), words: field('words') };
  const result = RESULTS.find((one) => one === values.result && one !== 'needs-evidence');
  if (!result) return { errors: { result: 'Choose what was decided' }, values };
  if (values.words === '') return { errors: { words: 'Say what was decided, in words for the customer' }, values };
  const said: HandOverAnswer = {
    id: `desk-${newId(deps.clock)}`,
    result,
    reasons: [],
    evidence: [],
    words: values.words.slice(0, 2_000),
    ...(values.theirs !== '' && { reference: values.theirs.slice(0, 200) }),
  };
  const taken = await takeAnswer(tx, deps.clock, actor, { handOverId, said: 'desk', answer: said });
  if (taken.ok) return { to: `/desk/hand-overs/${handOverId}` };
  if (taken.refusal === 'not-allowed') throw new HttpError(403, NOT_YOURS);
  if (taken.refusal === 'too-late') return { errors: { result: DECIDED }, values };
  throw new HttpError(404, NONE);
}

async function seen({ tx, deps, actor, handOverId }: Act): Promise<Outcome> {
  const settled = await settleAttention(tx, deps.clock, actor, { handOverId });
  if (settled.ok) return { to: `/desk/hand-overs/${handOverId}` };
  throw new HttpError(404, NONE);
}
