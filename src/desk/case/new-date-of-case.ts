import { agreeNewDate } from '#modules/cases';
import { councilConfig } from '#modules/councils';
import { fieldOf } from '#platform/http/read-form';
import { isId } from '#platform/ids';
import { type Outcome, typedText } from '../../doors/act.ts';
import { dueValues, readDue } from '../read-due.ts';
import { type CaseAct, COMMON, casePath, LONGEST, TOO_LONG } from './case-act.ts';

const MESSAGES: Readonly<Record<string, [field: string, message: string]>> = {
  decided: ['promise', 'That promise is decided already. Choose one that still runs'],
  'already-due': [
    'promise',
    'It is past its time, so it is missed: another date would hide that. Tell them what happened',
  ],
  'not-later': ['due', 'Enter a date after the one that was promised'],
  paused: ['promise', 'This promise waits for the customer’s answer. Its date moves by itself when they answer'],
  'no-reason': ['due-why', 'Write why, as the customer will read it'],
  'nobody-to-tell': ['due-why', 'Nobody left a way to be told, so the date stays. Add a way to reach them first'],
  'not-allowed': ['promise', 'Only who answers for the promise, their team or a manager can agree another date'],
};

/** Agree another date before the promise is due, with the message that tells of it (F-21). */
export async function newDateOfCase({ tx, deps, actor, reference, form }: CaseAct): Promise<Outcome> {
  const promiseId = fieldOf(form, 'promise');
  const why = typedText(fieldOf(form, 'due-why'));
  const values = { promise: promiseId, 'due-why': why, ...dueValues(form, 'due') };
  if (!isId(promiseId)) return { errors: { promise: 'Choose the promise that needs another date' }, values };
  const { profile } = await councilConfig(tx, actor.councilId);
  const due = readDue(form, 'due', profile.zone);
  if (!due.ok) return { errors: { [due.field]: due.error }, values };
  if (why.length > LONGEST) return { errors: { 'due-why': TOO_LONG }, values };
  const command = { case: reference, promiseId, newDueAt: due.at, why };
  const agreed = await agreeNewDate(tx, deps.clock, actor, command);
  if (agreed.ok) return { to: `${casePath(reference)}#story` };
  const [field, message] = MESSAGES[agreed.refusal] ?? ['promise', COMMON[agreed.refusal] ?? 'It could not be agreed'];
  return { errors: { [field]: message }, values };
}
