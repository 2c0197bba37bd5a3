import type { FastifyRequest } from 'fastify';
import { linkFile, storeUpload } from '#modules/documents';
import { type Draft, draftOfToken } from '#modules/forms';
import { type Ask, pickedValues, type Question } from '#modules/questions';

import { isTransaction, questionsOf, serviceVersion } from '#modules/services';
import { visitor } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { fieldOf, leftOutWords, readForm } from '#platform/http/read-form';
import { goOn } from './go-on.ts';
import { answered, DRAFT_FIELD, type OpenReport, type ReportRoute, type StepAnswer } from './on-report.ts';
import { PhotosPage } from './photos.page.tsx';
import { reportToken } from './report-cookie.ts';

type PhotoQuestion = Extract<Question, { kind: 'photo' | 'file' }>;

/** What became of the files of one form: stored by id, or refused in words. */
export interface StoredPhotos {
  ids: readonly string[];
  problems: readonly string[];
}

const NONE: StoredPhotos = { ids: [], problems: [] };
/** As many at once as any definition asks for. */
const MOST_AT_ONCE = 10;

/**
 * Store the photos of a form before its transaction begins: reading pictures takes time. Files of somebody who is not
 * making a report are not even looked at.
 */
export async function storePhotos(
  deps: Deps,
  request: FastifyRequest<ReportRoute>,
  asked?: 'photo' | 'any',
): Promise<StoredPhotos> {
  const form = readForm(request);
  const { files } = form;
  if (files.length === 0) return NONE;
  const { councilId } = request;
  const token = reportToken(request);
  const draft =
    token === undefined
      ? null
      : await inCouncil(deps.db, councilId, (tx) => draftOfToken(tx, deps.clock, councilId, { token }));
  if (!draft || draft.submittedAt || fieldOf(form, DRAFT_FIELD) !== draft.id) return NONE;
  const accept = asked ?? (await acceptedBy(deps, draft, request));
  const ids: string[] = [];
  const problems: string[] = [];
  for (const file of files.slice(0, MOST_AT_ONCE)) {
    const stored = await storeUpload(deps, visitor(councilId), { ...file, accept });
    if (stored.ok) ids.push(stored.fileId);
    else problems.push(`${file.name}: ${stored.message}`);
  }
  return { ids, problems: [...problems, ...leftOutWords(form)] };
}

/** A question for photos takes pictures alone; one for files takes letters and statements too. */
async function acceptedBy(
  { db }: Deps,
  { serviceSlug, serviceVersion: version }: Draft,
  { councilId, params }: FastifyRequest<ReportRoute>,
): Promise<'photo' | 'any'> {
  const service = await inCouncil(db, councilId, (tx) => serviceVersion(tx, councilId, serviceSlug, version));
  const questions = service && isTransaction(service) ? questionsOf(service) : [];
  return questions.some(({ id, kind }) => id === params.id && kind === 'file') ? 'any' : 'photo';
}

export function askPhotos(report: OpenReport, question: PhotoQuestion): Promise<StepAnswer> {
  return Promise.resolve({ page: PhotosPage({ report, question, photos: photosOf(report, question) }) });
}

/** Add what was stored, take away what was asked to go, or go on. */
export async function takePhotos(
  report: OpenReport,
  { ask, question }: { ask: Ask; question: PhotoQuestion },
  stored: StoredPhotos,
): Promise<StepAnswer> {
  const before = photosOf(report, question);
  const removed = fieldOf(report.form, 'remove');
  if (removed !== '') {
    await answered(report, ask, { [question.id]: before.filter((id) => id !== removed) });
    return { to: report.paths.question(question.id) };
  }
  const photos = [...before, ...stored.ids].slice(0, question.most);
  const tooMany = before.length + stored.ids.length > question.most;
  const problems = [...stored.problems, ...(tooMany ? [`You can add up to ${question.most} photos`] : [])];
  if (question.required && photos.length === 0 && problems.length === 0) problems.push('Choose a photo');
  for (const fileId of stored.ids) {
    const link = { fileId, subjectType: 'draft' as const, subjectId: report.draft.id, purpose: 'report' };
    await linkFile(report.tx, report.deps.clock, report.actor, link);
  }
  if (problems.length === 0) return await goOn(await answered(report, ask, { [question.id]: photos }));
  const kept = stored.ids.length > 0 ? await answered(report, ask, { [question.id]: photos }) : report;
  return { page: PhotosPage({ report: kept, question, photos, error: problems.join('. ') }), status: 422 };
}

function photosOf({ state }: Pick<OpenReport, 'state'>, { id }: PhotoQuestion): readonly string[] {
  return pickedValues(state.answers[id]);
}
