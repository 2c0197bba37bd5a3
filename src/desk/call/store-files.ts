import type { FastifyRequest } from 'fastify';
import { storeUpload } from '#modules/documents';
import { draftOfContact } from '#modules/forms';
import { isTransaction, questionsOf, serviceVersion, type Transaction } from '#modules/services';
import { staffOf } from '#modules/staff';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { fieldOf, leftOutWords, readForm } from '#platform/http/read-form';
import { DRAFT_FIELD } from '../../portal/report/on-report.ts';
import { type CallRoute, contactOf } from './call.ts';
import type { StoredFiles } from './stored-files.ts';

/**
 * Store the files that somebody at the desk took over, in their own name, before the press itself: reading pictures takes
 * time. Files for a form that is not open here are not even looked at.
 */
export async function storeFiles(deps: Deps, request: FastifyRequest<CallRoute>): Promise<StoredFiles> {
  const form = readForm(request);
  const stored = new Map<string, { ids: string[]; problems: string[] }>();
  if (form.files.length === 0) return stored;
  const service = await serviceTaken(deps, request, fieldOf(form, DRAFT_FIELD));
  if (!service) return stored;
  for (const file of form.files) {
    const field = stored.get(file.field) ?? { ids: [], problems: [] };
    stored.set(file.field, field);
    const accept = questionsOf(service).some(({ id, kind }) => id === file.field && kind === 'photo') ? 'photo' : 'any';
    const kept = await storeUpload(deps, staffOf(request), { ...file, accept });
    if (kept.ok) field.ids.push(kept.fileId);
    else field.problems.push(`${file.name}: ${kept.message}`);
  }
  const last = form.files.at(-1)?.field;
  if (last !== undefined) stored.get(last)?.problems.push(...leftOutWords(form));
  return stored;
}

function serviceTaken(
  { db, clock }: Deps,
  request: FastifyRequest<CallRoute>,
  draftId: string,
): Promise<Transaction | null> {
  const { councilId, params } = request;
  return inCouncil(db, councilId, async (tx) => {
    const contact = await contactOf(tx, staffOf(request), params.id);
    const draft = contact.endedAt ? null : await draftOfContact(tx, clock, councilId, contact.id);
    if (!draft || draft.id !== draftId) return null;
    const service = await serviceVersion(tx, councilId, draft.serviceSlug, draft.serviceVersion);
    return service && isTransaction(service) ? service : null;
  });
}
