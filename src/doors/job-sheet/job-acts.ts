import {
  ATTEMPT_MEANS,
  acceptJob,
  completeJob,
  NOT_DONE_REASONS,
  noteJob,
  reportJobNotDone,
  returnJob,
} from '#modules/cases';
import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { fieldOf, type SubmittedForm } from '#platform/http/read-form';
import type { Errors } from '#ui';
import { typedText } from '../act.ts';

/** One press on a job sheet, at the desk or by a partner's link. */
export interface JobPress {
  tx: Tx;
  clock: Clock;
  actor: Actor;
  jobId: string;
  form: SubmittedForm;
  /** Photos that came with it, kept already. */
  fileIds: readonly string[];
}

/** What is wrong, by field; empty when it is done. */
export type JobAct = (press: JobPress) => Promise<Errors>;

const LONGEST = 2_000;

type Result = { ok: true } | { ok: false; refusal: string };

const MESSAGES: Readonly<Record<string, string>> = {
  'not-found': 'This job sheet is not there any more',
  'not-allowed': 'Only those who do this job can do that. Write a note on its case instead',
  'not-open': 'This job has ended already. Read below what was written',
  'time-not-possible': 'That time is not possible',
};

export const JOB_ACTS = {
  acceptance: accept,
  return: sendBack,
  note: addNote,
  completion: complete,
  'not-done': notDone,
} as const satisfies Record<string, JobAct>;

async function accept({ tx, clock, actor, jobId }: JobPress): Promise<Errors> {
  return errorsOf(await acceptJob(tx, clock, actor, { jobId }), {});
}

async function sendBack({ tx, clock, actor, jobId, form }: JobPress): Promise<Errors> {
  const reason = typedText(fieldOf(form, 'reason'));
  if (reason.length > LONGEST) return tooLong('reason');
  return errorsOf(await returnJob(tx, clock, actor, { jobId, reason }), {
    'no-reason': { reason: 'Write why it cannot be done as it stands' },
  });
}

async function addNote({ tx, clock, actor, jobId, form, fileIds }: JobPress): Promise<Errors> {
  const note = typedText(fieldOf(form, 'note'));
  if (note.length > LONGEST) return tooLong('note');
  return errorsOf(await noteJob(tx, clock, actor, { jobId, note, fileIds }), {
    'nothing-said': { note: 'Write a note or add a photo' },
  });
}

async function complete({ tx, clock, actor, jobId, form, fileIds }: JobPress): Promise<Errors> {
  const note = typedText(fieldOf(form, 'done-note'));
  const forCustomer = typedText(fieldOf(form, 'for-customer'));
  if (note.length > LONGEST) return tooLong('done-note');
  if (forCustomer.length > LONGEST) return tooLong('for-customer');
  return errorsOf(await completeJob(tx, clock, actor, { jobId, note, forCustomer, fileIds }), {
    'note-needed': { 'done-note': 'Write what was done' },
    'photo-needed': { 'done-photo': 'Add a photo of the work: this job is done only with one' },
  });
}

async function notDone({ tx, clock, actor, jobId, form, fileIds }: JobPress): Promise<Errors> {
  const reason = NOT_DONE_REASONS.find((one) => one === fieldOf(form, 'why'));
  const means = ATTEMPT_MEANS.find((one) => one === fieldOf(form, 'means'));
  const again = fieldOf(form, 'again');
  const note = typedText(fieldOf(form, 'not-done-note'));
  if (!reason) return { why: 'Choose why it could not be done' };
  if (!means) return { means: 'Choose how you tried' };
  if (again !== 'yes' && again !== 'no') return { again: 'Choose yes if somebody will try again, or no' };
  if (note.length > LONGEST) return tooLong('not-done-note');
  const command = { jobId, reason, means, note, fileIds, isFinal: again === 'no' };
  return errorsOf(await reportJobNotDone(tx, clock, actor, command), {
    'no-reason': { 'not-done-note': 'Write why it could not be done' },
  });
}

function tooLong(field: string): Errors {
  return { [field]: `Use ${LONGEST.toLocaleString('en-GB')} characters or fewer` };
}

function errorsOf(result: Result, own: Readonly<Record<string, Errors>>): Errors {
  if (result.ok) return {};
  return own[result.refusal] ?? { job: MESSAGES[result.refusal] ?? 'That could not be done. Try again' };
}
