import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addToCase, answerFromCustomer, confirmFixed, reopenCase, type TrackedCase, trackCase } from '#modules/cases';
import { recordContact } from '#modules/contacts';
import { visitor } from '#modules/staff';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import type { Errors } from '#ui';
import { typedText } from '../../doors/act.ts';
import { photosOf } from '../../doors/photos-of.ts';
import { findTracked } from './find-tracked.ts';
import { showTrack } from './show-track.ts';

export interface TrackRoute {
  Params: { reference: string };
}

const LONGEST = 2000;
const TOO_LONG = `Use ${LONGEST.toLocaleString('en-GB')} characters or fewer`;
const ENDED: [number, string] = [
  409,
  'This report has ended. If it is not fixed, say so on its page; anything else is a new report.',
];
const REFUSALS: Record<string, [status: number, detail: string]> = {
  'not-found': [404, 'We have no report with that reference. Check each letter.'],
  ended: ENDED,
  'not-waiting': [409, 'Somebody has answered already. Go back to see how it is going.'],
  'too-late': [409, 'It is too late to open this report again. Please report it anew, or contact us.'],
  'not-ended': [409, 'This report is still open. Go back to see how it is going.'],
  'not-disputable': [409, 'This report ended with a decision. Contact us to challenge it.'],
};

/** What a resident can add: more facts, photos, "it is fixed", "it is not fixed". Each is a contact of its own. */
export function trackAdditions(door: FastifyInstance, deps: Deps): void {
  const limit = limitRate(deps, { name: 'track-add', limit: 30, windowSeconds: 3600 });
  const act = (path: string, work: Work) =>
    door.post<TrackRoute>(`/track/:reference/${path}`, { preHandler: limit }, async (request, reply) => {
      const { reference } = await findTracked(deps, request);
      await inCouncil(deps.db, request.councilId, (tx) => work(tx, deps, request, reference));
      return seeOther(reply, `/track/${reference}`);
    });
  act('confirmation', confirm);
  act('reopening', reopen);

  door.post<TrackRoute>('/track/:reference/additions', { preHandler: limit }, async (request, reply) => {
    const found = await findTracked(deps, request);
    const form = readForm(request);
    const text = typedText(fieldOf(form, 'text'));
    const wrong = (errors: Errors) => showTrack(deps, request, reply, { errors, values: { text } });
    if (text.length > LONGEST) return wrong({ text: TOO_LONG });
    if (text === '' && form.files.length === 0)
      return wrong({ text: 'Write what you want to tell us, or add a photo' });
    if (found.ending) throw new HttpError(...ENDED);
    const { fileIds, problems } = await photosOf(deps, visitor(request.councilId), form);
    if (problems.length > 0) return wrong({ photo: `${problems.join('. ')}. Choose your photos again` });
    await inCouncil(deps.db, request.councilId, (tx) => add(tx, deps, request, { about: found, text, fileIds }));
    return seeOther(reply, `/track/${found.reference}`);
  });
}

interface Added {
  about: TrackedCase;
  text: string;
  fileIds: readonly string[];
}

/** What is said while we wait for an answer is the answer: the clocks run again. */
async function add(tx: Tx, deps: Deps, request: FastifyRequest, { about, text, fileIds }: Added): Promise<void> {
  const { reference } = about;
  const actor = visitor(request.councilId);
  const summary = text === '' ? 'Photos' : text;
  const contactId = await contact(tx, deps, request, { reference, act: 'new-fact', summary });
  const said = { case: reference, text, fileIds, contactId };
  if (about.stage === 'waiting') refuse(await answerFromCustomer(tx, deps.clock, actor, said));
  else refuse(await addToCase(tx, deps.clock, actor, { ...said, kind: 'new-fact' }));
}

type Work = (tx: Tx, deps: Deps, request: FastifyRequest, reference: string) => Promise<void>;

const confirm: Work = async (tx, deps, request, reference) => {
  const contactId = await contact(tx, deps, request, { reference, act: null, summary: 'It is fixed' });
  refuse(await confirmFixed(tx, deps.clock, visitor(request.councilId), { case: reference, contactId }));
};

const reopen: Work = async (tx, deps, request, reference) => {
  const because = said(request) || 'It is not fixed';
  const contactId = await contact(tx, deps, request, { reference, act: null, summary: because });
  refuse(await reopenCase(tx, deps.clock, visitor(request.councilId), { case: reference, because, contactId }));
};

function said(request: FastifyRequest): string {
  const text = typedText(fieldOf(readForm(request), 'text'));
  if (text.length <= LONGEST) return text;
  throw new HttpError(422, `${TOO_LONG}. Go back: what you wrote is still there.`);
}

interface Said {
  reference: string;
  act: 'new-fact' | null;
  summary: string;
}

async function contact(tx: Tx, deps: Deps, { councilId }: FastifyRequest, said: Said): Promise<string> {
  const { reference, act, summary } = said;
  const about = await trackCase(tx, councilId, { reference, isProven: false });
  if (!about) throw new HttpError(404, 'We have no report with that reference. Check each letter.');
  const { contactId } = await recordContact(tx, deps.clock, visitor(councilId), {
    channel: 'web',
    direction: 'in',
    handled: 'automatic',
    questions: [{ act, reason: 'report', serviceSlug: about.serviceSlug, caseId: about.id }],
    summary,
  });
  return contactId;
}

/** A refusal takes the contact back with it: nothing was said after all. */
function refuse(result: { ok: true } | { ok: false; refusal: string }): void {
  if (result.ok) return;
  const [status, detail] = REFUSALS[result.refusal] ?? [
    409,
    'We could not take that. Contact us, and a person helps you.',
  ];
  throw new HttpError(status, detail);
}
