import { assignCase } from '#modules/cases';
import { fieldOf } from '#platform/http/read-form';
import type { Outcome } from '../../doors/act.ts';
import { type CaseAct, COMMON, casePath } from './case-act.ts';

/** `owner` of the form: oneself, nobody (back to the team), or somebody by id. */
export const TAKE_IT = 'me';
export const TO_THE_TEAM = 'team';

const MESSAGES: Readonly<Record<string, string>> = {
  ...COMMON,
  'not-allowed': 'Only its owner, its team or a manager can give this case away. You can take it on yourself',
  'no-such-person': 'Choose somebody from the list. The one you chose may have left',
};

/** Take the case on, give it to a colleague, or put it back to its team (F-42). */
export async function assignOfCase({ tx, deps, actor, reference, form }: CaseAct): Promise<Outcome> {
  const owner = fieldOf(form, 'owner');
  if (owner === '') return { errors: { owner: 'Choose who owns it from now on' }, values: {} };
  const ownerId = owner === TAKE_IT ? actor.id : owner === TO_THE_TEAM ? null : owner;
  const assigned = await assignCase(tx, deps.clock, actor, { case: reference, ownerId });
  if (assigned.ok) return { to: casePath(reference) };
  return { errors: { owner: MESSAGES[assigned.refusal] ?? 'It could not be given to them' }, values: { owner } };
}
