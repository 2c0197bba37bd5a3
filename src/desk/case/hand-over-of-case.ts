import { handOverCase } from '#modules/handovers';
import { fieldOf } from '#platform/http/read-form';
import type { Outcome } from '../../doors/act.ts';
import { type CaseAct, COMMON, casePath } from './case-act.ts';

const MESSAGES: Readonly<Record<string, string>> = {
  'unknown-destination': 'Nothing is sent there any more',
  'goes-there-already': 'It goes there already. Look at how it stands',
  'not-allowed': 'Only people who work on cases may hand one over',
};

/** Send the case to another system that its service names, now. */
export async function handOverOfCase({ tx, deps, actor, reference, form }: CaseAct): Promise<Outcome> {
  const destination = fieldOf(form, 'destination');
  const handed = await handOverCase(tx, deps.clock, actor, { case: reference, destination });
  if (handed.ok) return { to: `${casePath(reference)}#hand-overs` };
  const message = MESSAGES[handed.refusal] ?? COMMON[handed.refusal] ?? 'It could not be handed over';
  return { errors: { message }, values: {} };
}
