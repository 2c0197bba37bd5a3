import { moveCase } from '#modules/cases';
import { fieldOf } from '#platform/http/read-form';
import { type Outcome, typedText } from '../../doors/act.ts';
import { type CaseAct, COMMON, casePath, LONGEST, TOO_LONG } from './case-act.ts';

const MESSAGES: Readonly<Record<string, [field: string, message: string]>> = {
  'no-reason': ['move-why', 'Write why, for those who get it'],
  'unknown-service': ['move-service', 'That service is not offered any more. Choose another'],
  'no-team': ['move-team', 'That team does not work any more. Choose another'],
  same: ['move-service', 'It is there already. Choose another service or another team'],
};

/** Mend a wrong service or team: the promise stays and the customer is told. */
export async function moveOfCase({ tx, deps, actor, reference, form }: CaseAct): Promise<Outcome> {
  const service = fieldOf(form, 'move-service');
  const team = fieldOf(form, 'move-team');
  const why = typedText(fieldOf(form, 'move-why'));
  const values = { 'move-service': service, 'move-team': team, 'move-why': why };
  if (why.length > LONGEST) return { errors: { 'move-why': TOO_LONG }, values };
  const moved = await moveCase(tx, deps.clock, actor, { case: reference, service, why, ...(team !== '' && { team }) });
  if (moved.ok) return { to: `${casePath(reference)}#story` };
  const [field, message] = MESSAGES[moved.refusal] ?? [
    'move-service',
    COMMON[moved.refusal] ?? 'It could not be moved',
  ];
  return { errors: { [field]: message }, values };
}
