import { addToCase, askCustomer, endCase, reopenCase } from '#modules/cases';
import { markCase } from '#modules/contacts';
import { ENDINGS, MARKS } from '#modules/councils';
import { fieldOf, type SubmittedForm } from '#platform/http/read-form';
import { type Outcome, typedText } from '../../doors/act.ts';
import { type CaseAct, COMMON, casePath, LONGEST, TOO_LONG } from './case-act.ts';

/** A note for colleagues; it stays possible after the end, so that nobody's words are lost. */
export async function noteCase({ tx, deps, actor, reference, form }: CaseAct): Promise<Outcome> {
  const note = typedText(fieldOf(form, 'note'));
  if (note === '') return { errors: { note: 'Write the note' }, values: {} };
  if (note.length > LONGEST) return { errors: { note: TOO_LONG }, values: { note } };
  const added = await addToCase(tx, deps.clock, actor, { case: reference, kind: 'note', text: note });
  if (added.ok) return { to: `${casePath(reference)}#story` };
  return { errors: { note: COMMON[added.refusal] ?? 'The note could not be kept. Try again' }, values: { note } };
}

/** Ask the customer: the promises wait, as their standards say, until the answer is in. */
export async function askOfCase({ tx, deps, actor, reference, form }: CaseAct): Promise<Outcome> {
  const question = typedText(fieldOf(form, 'question'));
  if (question.length > LONGEST) return { errors: { question: TOO_LONG }, values: { question } };
  const asked = await askCustomer(tx, deps.clock, actor, { case: reference, question });
  if (asked.ok) return { to: casePath(reference) };
  const messages: Readonly<Record<string, string>> = {
    ...COMMON,
    'no-question': 'Write what you need to know',
    'already-waiting': 'Another question waits for its answer. Wait for it, or write a note',
  };
  return { errors: { question: messages[asked.refusal] ?? 'That could not be asked' }, values: { question } };
}

const ENDING_MESSAGES: Readonly<Record<string, [field: string, message: string]>> = {
  'no-reason': ['ending-reason', 'Write what the customer will read'],
  'challenge-needed': ['challenge', 'Write how they can challenge it: to whom, and by when'],
  'passed-to-needed': ['passed-to', 'Write to whom it was passed'],
  'no-such-case': ['follows', 'Enter the reference of the case that it follows'],
  'too-few-attempts': ['ending', 'Two tries by different means must be on the job sheet first'],
  'not-inspected': ['ending', 'An inspection that found it below the level must be on the job sheet first'],
};

/** End the case in one of its ways. Two officers at once: the second reads who ended it, and their words stay as a note. */
export async function endOfCase(act: CaseAct): Promise<Outcome> {
  const { tx, deps, actor, reference, form } = act;
  const ending = ENDINGS.find((one) => one === fieldOf(form, 'ending'));
  const reason = typedText(fieldOf(form, 'ending-reason'));
  const values = { ending, 'ending-reason': reason, ...extras(form) };
  if (!ending) return { errors: { ending: 'Choose how it ends' }, values };
  if (reason.length > LONGEST) return { errors: { 'ending-reason': TOO_LONG }, values };
  const ended = await endCase(tx, deps.clock, actor, {
    case: reference,
    ending,
    reason,
    challenge: fieldOf(form, 'challenge'),
    passedTo: fieldOf(form, 'passed-to'),
    follows: fieldOf(form, 'follows'),
  });
  if (ended.ok) return { to: casePath(reference) };
  if (ended.refusal === 'already-ended') return await secondOfTwo(act, reason);
  if (ended.refusal === 'blocked') {
    const missing = (ended.blockers ?? []).map(({ text }) => text).join('. ');
    return { errors: { ending: `It cannot be called done yet. ${missing}` }, values };
  }
  const [field, message] = ENDING_MESSAGES[ended.refusal] ?? [
    'ending',
    COMMON[ended.refusal] ?? 'It could not be ended',
  ];
  return { errors: { [field]: message }, values };
}

function extras(form: SubmittedForm) {
  return Object.fromEntries(['challenge', 'passed-to', 'follows'].map((field) => [field, fieldOf(form, field)]));
}

async function secondOfTwo({ tx, deps, actor, reference }: CaseAct, reason: string): Promise<Outcome> {
  if (reason !== '') await addToCase(tx, deps.clock, actor, { case: reference, kind: 'note', text: reason });
  return { to: `${casePath(reference)}?ended=meanwhile` };
}

/** The customer says that it is not right: the same case goes on, with a new promise. */
export async function reopenOfCase({ tx, deps, actor, reference, form }: CaseAct): Promise<Outcome> {
  const because = typedText(fieldOf(form, 'because'));
  if (because === '') return { errors: { because: 'Write what is not right' }, values: {} };
  const reopened = await reopenCase(tx, deps.clock, actor, { case: reference, because });
  if (reopened.ok) return { to: casePath(reference) };
  const messages: Readonly<Record<string, string>> = {
    ...COMMON,
    'not-ended': 'This case is open already',
    'not-disputable': 'This ending cannot be undone. Open a new case, or mark a complaint',
    'too-late': 'The time to say so is over. Open a new case: it is linked to this one',
  };
  return { errors: { because: messages[reopened.refusal] ?? 'It could not be opened again' }, values: { because } };
}

/** Complaint, claim, request for information …: the work goes on beside it. */
export async function markOfCase({ tx, deps, actor, reference, form }: CaseAct): Promise<Outcome> {
  const mark = MARKS.find((one) => one === fieldOf(form, 'mark'));
  const caseId = fieldOf(form, 'case');
  if (!mark) return { errors: { mark: 'Choose what it is' }, values: {} };
  const marked = await markCase(tx, deps.clock, actor, { caseId, mark });
  if (marked.ok) return { to: casePath(reference) };
  return { errors: { mark: COMMON[marked.refusal] ?? 'It could not be marked. Ask the administrator' }, values: {} };
}
