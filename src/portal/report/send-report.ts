import { noteAct } from '#modules/accounts';
import { addToCase, type CaseOpened, type NewParty, openCase } from '#modules/cases';
import { markCase, recordContact } from '#modules/contacts';
import { linkFile } from '#modules/documents';
import { submit, tieToCase } from '#modules/forms';
import { recordAct } from '#platform/audit';
import { casePlaceOf } from './case-place-of.ts';
import { keepEvidence } from './keep-evidence.ts';
import type { OpenReport } from './on-report.ts';
import { placeOf } from './place-of.ts';
import { reportPhotos } from './report-photos.ts';

type Sent = { ok: true } | { ok: false; message: string };

/**
 * Make the report real, in the caller's one transaction: the answers for good, the case with its jobs and promises, and
 * the contact that it came by. The case itself tells its people that it is there. Sent twice, it is the same case.
 */
export async function sendReport(report: OpenReport): Promise<Sent> {
  const { tx, deps, actor, askingFor, draft, state, service } = report;
  const submission = await submit(tx, deps.clock, actor, {
    draftId: draft.id,
    serviceSlug: service.slug,
    serviceVersion: draft.serviceVersion,
    answers: state.answers,
    answeredBy: askingFor ? 'helper' : 'customer',
    channel: 'web',
    typedBy: draft.helpedAt ? state.typedBy : undefined,
  });
  const opened = await open(report, submission.id);
  if (!opened.ok) return opened;
  if (!opened.isNew) return { ok: true };
  await keepPhotos(report, opened.caseId);
  await keepEvidence(report, opened.caseId);
  await tieToCase(tx, deps.clock, actor.councilId, {
    submissionId: submission.id,
    draftId: draft.id,
    caseId: opened.caseId,
  });
  await dispute(report, opened);
  if (service.mark) await markCase(tx, deps.clock, actor, { caseId: opened.caseId, mark: service.mark });
  await contact(report, opened);
  await noteWho(report, opened.caseId);
  if (report.account) await noteAct(tx, deps.clock, report.account);
  return { ok: true };
}

async function keepPhotos(report: OpenReport, caseId: string): Promise<void> {
  for (const fileId of reportPhotos(report)) {
    const link = { fileId, subjectType: 'case' as const, subjectId: caseId, purpose: 'report' };
    await linkFile(report.tx, report.deps.clock, report.actor, link);
  }
}

/** Whoever deals with it reads that the customer and the crew say different things. */
async function dispute({ tx, deps, actor, state }: OpenReport, { caseId }: CaseOpened): Promise<void> {
  if (!state.disputes) return;
  const text = 'The customer says that what the crew wrote down is not right.';
  await addToCase(tx, deps.clock, actor, { case: caseId, kind: 'new-fact', text });
}

async function open(report: OpenReport, submissionId: string) {
  const { tx, deps, actor, account, draft, state, service } = report;
  const place = placeOf(report);
  const given = state.contact;
  const isNamed = Boolean(given && (given.name || given.email || given.phone));
  return await openCase(tx, deps.clock, actor, {
    service: service.slug,
    serviceVersion: draft.serviceVersion,
    channel: 'web',
    answers: state.answers,
    place: place ? casePlaceOf(place) : null,
    parties: given && (isNamed || account) ? partiesOf(report, given) : [],
    submissionId,
  });
}

/** Whoever asks for a person whom they help stands beside them, as their helper. */
function partiesOf({ account, askingFor }: OpenReport, given: NonNullable<OpenReport['state']['contact']>): NewParty[] {
  if (!askingFor) return [{ role: 'requester', ...given, customerId: account?.customerId }];
  const helper = { role: 'helper', customerId: account?.customerId, name: account?.name, wantsUpdates: false } as const;
  return [{ role: 'requester', ...given, customerId: askingFor.customerId }, helper];
}

/** Whoever asks for somebody else, or for their organisation, is known by name, whatever becomes of their right to. */
async function noteWho({ tx, deps, account, askingFor }: OpenReport, caseId: string): Promise<void> {
  if (!account || !askingFor) return;
  const about = { subjectType: 'case', subjectId: caseId };
  const detail = { grantId: askingFor.grantId, kind: askingFor.kind };
  await recordAct(tx, deps.clock, account, { act: 'case.opened-for', ...about, detail });
}

async function contact(
  { tx, deps, actor, account, askingFor, state, service }: OpenReport,
  { caseId }: CaseOpened,
): Promise<void> {
  const { name, email, phone } = state.contact ?? {};
  await recordContact(tx, deps.clock, actor, {
    channel: 'web',
    direction: 'in',
    handled: 'automatic',
    customerId: askingFor?.customerId ?? account?.customerId,
    givenName: name || null,
    givenEmail: email || null,
    givenPhone: phone || null,
    questions: [{ act: 'report', reason: service.contactReason, serviceSlug: service.slug, caseId }],
  });
}
