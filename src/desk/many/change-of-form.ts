import type { Profile } from '#modules/councils';
import type { Clock } from '#platform/clock';
import { fieldOf, type SubmittedForm } from '#platform/http/read-form';
import type { Errors, Values } from '#ui';
import { typedText } from '../../doors/act.ts';
import { dueValues, isNoDue, readDue } from '../read-due.ts';

const LONGEST = 1_000;

export interface ReadChange {
  message: string;
  newDueAt: Date | null;
  errors: Errors;
  /** What was typed, to be shown again or carried on. */
  values: Values;
}

/** What is to be said to everybody and, where one was typed, the later date. */
export function changeOfForm(form: SubmittedForm, clock: Clock, { zone }: Profile): ReadChange {
  const message = typedText(fieldOf(form, 'message'));
  const due = isNoDue(form, 'due') ? null : readDue(form, 'due', zone);
  const errors: Errors = {
    ...(message === '' && { message: 'Write what everybody is told' }),
    ...(message.length > LONGEST && { message: 'Use 1,000 characters or fewer' }),
    ...(due && !due.ok && { [due.field]: due.error }),
    ...(due?.ok && due.at <= clock.now() && { due: 'Enter a date that is still to come' }),
  };
  const values = { message, ...dueValues(form, 'due') };
  return { message, newDueAt: due?.ok ? due.at : null, errors, values };
}
