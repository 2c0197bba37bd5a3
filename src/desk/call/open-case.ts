import { type NewParty, openCase } from '#modules/cases';
import { addQuestion } from '#modules/contacts';
import { reachableBy } from '#modules/customers';
import { submit, tieToCase } from '#modules/forms';
import { type Answers, submittedAnswers } from '#modules/questions';
import { fieldOf, type SubmittedForm } from '#platform/http/read-form';
import type { Errors } from '#ui';
import { casePlaceOf } from '../../portal/report/case-place-of.ts';
import { evidenceAsked } from '../../portal/report/evidence-steps.ts';
import { keepEvidence } from '../../portal/report/keep-evidence.ts';
import { placeOf } from '../../portal/report/place-of.ts';
import { whatMustBeSaid } from '../../portal/report/what-is-known.ts';
import { type Call, type CallAnswer, callPath, refusedCall } from './call.ts';
import { formStanding, walkTaken } from './form-screen.ts';
import { keepFiles } from './keep-files.ts';
import { knownIncident } from './known-incident.ts';
import { keep } from './on-report.ts';
import { readStep } from './read-step.ts';
import { howField, takeEvidence } from './take-evidence.ts';
import { takeFiles } from './take-files.ts';
import type { TakenFacts } from './taken-facts.ts';

/**
 * Open the case from the answers, for the customer of the contact: owned by who took it, promised, sent to those who do
 * the work, and on the contact as one of its questions. What is known and not yet said comes first.
 */
export async function openFromCall(call: Call, begun: TakenFacts): Promise<CallAnswer> {
  const { form } = call;
  const files = await filesOfForm(call, begun);
  const { taken } = files;
  const read = await readForm(taken, form);
  const values = { ...read.values, ...whoValues(form), ...evidenceValues(taken, form) };
  const errors: Errors = { ...placeError(taken), ...read.errors, ...files.errors, ...whoErrors(call, taken) };
  // Files are kept whatever else is wrong: a browser does not keep them.
  if (Object.keys(errors).length > 0) return { errors, values, keep: true };
  const report = await keep(taken, { answers: read.answers });
  if (await knownIncident(report)) {
    return {
      errors: { incident: 'Say first what is known, then add the caller to it or say that theirs is another' },
      values,
      keep: true,
    };
  }
  const known = await whatMustBeSaid(report);
  if (known.length > 0) {
    return { errors: { known: 'Say first what we know, then say how the caller answers' }, values, keep: true };
  }
  return await write(call, report, submittedAnswers(walkTaken(report)));
}

/** The files of a report stand among its questions; those of an application are its evidence, asked for at its end. */
async function filesOfForm(call: Call, taken: TakenFacts): Promise<{ taken: TakenFacts; errors: Errors }> {
  const { screen } = formStanding(taken, { step: '', item: '' });
  if (screen.kind === 'end') return await takeEvidence(call, taken);
  return screen.kind === 'step' ? await takeFiles(call, taken, screen) : { taken, errors: {} };
}

const evidenceValues = (taken: TakenFacts, form: SubmittedForm) =>
  Object.fromEntries(evidenceAsked(taken).map(({ id }) => [howField(id), fieldOf(form, howField(id))]));

/** A report is typed and opened with one press. An application was answered step by step, and nothing may be left of it. */
async function readForm(taken: TakenFacts, typed: SubmittedForm): ReturnType<typeof readStep> {
  const { screen, walk } = formStanding(taken, { step: '', item: '' });
  if (taken.service.kind === 'report' && screen.kind === 'step') return await readStep(taken, screen, typed);
  const errors: Errors = screen.kind === 'end' ? {} : { call: 'There is more to ask before this can be opened' };
  return { answers: walk.held, errors, values: {} };
}

function placeError(taken: TakenFacts): Errors {
  const { kind, place } = taken.service;
  return kind === 'application' || place === 'none' || placeOf(taken) ? {} : { where: 'Say where it is first' };
}

const WHO = ['answered-by', 'helper', 'given-name', 'given-phone', 'given-email'] as const;

function whoValues(form: SubmittedForm) {
  return Object.fromEntries(WHO.map((field) => [field, fieldOf(form, field)]));
}

function whoErrors({ contact, form }: Call, { service }: TakenFacts): Errors {
  const name = fieldOf(form, 'given-name').trim();
  const errors: Record<string, string> = {};
  if (!contact.customerId && !service.anonymous && name === '') {
    errors['given-name'] = 'Find or register the customer, or enter the name they give';
  }
  if (fieldOf(form, 'answered-by') === 'helper' && fieldOf(form, 'helper').trim() === '') {
    errors['helper'] = 'Enter who answers for them';
  }
  return errors;
}

async function write(call: Call, report: TakenFacts, answers: Answers): Promise<CallAnswer> {
  const { tx, deps, actor, contact, form } = call;
  const { draft, service } = report;
  const place = placeOf(report);
  const isHelped = fieldOf(form, 'answered-by') === 'helper';
  const submission = await submit(tx, deps.clock, actor, {
    draftId: draft.id,
    serviceSlug: service.slug,
    serviceVersion: draft.serviceVersion,
    answers,
    answeredBy: isHelped ? 'helper' : 'customer',
    channel: contact.channel,
    typedBy: draft.helpedAt ? report.state.typedBy : undefined,
  });
  const opened = await openCase(tx, deps.clock, actor, {
    service: service.slug,
    serviceVersion: draft.serviceVersion,
    channel: contact.channel,
    answers,
    place: place ? casePlaceOf(place) : null,
    parties: await partiesOf(call, isHelped),
    submissionId: submission.id,
    contactId: contact.id,
    ...(draft.receivedOn !== null && { receivedOn: draft.receivedOn }),
  });
  if (!opened.ok) return { errors: { call: opened.message } };
  if (opened.isNew) {
    await keepFiles(report, opened.caseId);
    await keepEvidence(report, opened.caseId);
    await tieToCase(tx, deps.clock, actor.councilId, {
      submissionId: submission.id,
      draftId: draft.id,
      caseId: opened.caseId,
    });
    const asked = await addQuestion(tx, deps.clock, actor, {
      contactId: contact.id,
      act: 'report',
      reason: service.contactReason,
      serviceSlug: service.slug,
      caseId: opened.caseId,
    });
    if (!asked.ok) return refusedCall(asked.refusal);
  }
  return { to: `${callPath(contact.id)}#asked-${opened.reference}` };
}

/** The customer of the contact, or what they said of themselves, and whoever speaks for them. */
async function partiesOf({ tx, actor, contact, form }: Call, isHelped: boolean): Promise<NewParty[]> {
  const ways = contact.customerId ? await reachableBy(tx, actor.councilId, contact.customerId) : null;
  const given = {
    name: fieldOf(form, 'given-name').trim(),
    phone: fieldOf(form, 'given-phone').trim(),
    email: fieldOf(form, 'given-email').trim(),
  };
  const requester: NewParty | null = ways
    ? { role: 'requester', customerId: ways.customerId, name: ways.name, email: ways.email, phone: ways.mobile }
    : { role: 'requester', ...given };
  const isNobody = !ways && Object.values(given).every((value) => value === '');
  const helper: NewParty = { role: 'helper', name: fieldOf(form, 'helper').trim(), wantsUpdates: false };
  return [...(isNobody ? [] : [requester]), ...(isHelped ? [helper] : [])];
}
