import {
  askForEvidence,
  type CheckRefusal,
  checkEvidence,
  REFUSAL_REASONS,
  type RefuseRefusal,
  refuseEvidence,
} from '#modules/evidence';
import { fieldOf } from '#platform/http/read-form';
import { type Outcome, typedText } from '../../doors/act.ts';
import { type CaseAct, COMMON, casePath, LONGEST, TOO_LONG } from './case-act.ts';

const CHECK_MESSAGES: Readonly<Partial<Record<CheckRefusal | RefuseRefusal, string>>> = {
  'already-checked': 'Somebody has checked it already. Look at it again',
  'nothing-to-check': 'Nothing has been sent yet, so there is nothing to check',
  'nothing-to-refuse': 'Nothing has been sent yet, so there is nothing to refuse',
  'in-person': 'This piece must be shown in person. A file is not enough',
  upload: 'This piece must be sent as a file',
  'no-reason': 'Choose what is wrong with it, or write it',
};

/** Check a piece, mark it as seen in person, or refuse it with the reason that the customer reads. */
export async function evidenceOfCase({ tx, deps, actor, reference, form }: CaseAct): Promise<Outcome> {
  const piece = fieldOf(form, 'piece');
  const act = fieldOf(form, 'act');
  const about = { case: reference, piece };
  const field = `evidence-${piece}`;
  if (act === 'refuse') {
    const words = typedText(fieldOf(form, 'words'));
    const chosen = REFUSAL_REASONS.find((one) => one === fieldOf(form, 'reason')) ?? '';
    const reason = words || chosen;
    if (reason.length > LONGEST) return { errors: { [field]: TOO_LONG }, values: { words } };
    const refused = await refuseEvidence(tx, deps.clock, actor, { ...about, reason });
    if (refused.ok) return { to: `${casePath(reference)}#evidence` };
    return { errors: { [field]: wordsFor(refused.refusal) }, values: {} };
  }
  const checked = await checkEvidence(tx, deps.clock, actor, { ...about, how: act === 'seen' ? 'seen' : 'files' });
  if (checked.ok) return { to: `${casePath(reference)}#evidence` };
  return { errors: { [field]: wordsFor(checked.refusal) }, values: {} };
}

function wordsFor(refusal: CheckRefusal | RefuseRefusal): string {
  return CHECK_MESSAGES[refusal] ?? COMMON[refusal] ?? 'That could not be done. Look at the case again';
}

const ASK_MESSAGES: Readonly<Record<string, [field: string, message: string]>> = {
  'no-name': ['more-name', 'Write what you need, or choose it from the list'],
  'no-why': ['more-why', 'Write why it is needed. The customer reads it'],
  'bad-day': ['more-due', 'Enter a day that exists, from today on and within a year'],
  'asked-already': ['more-piece', 'It has been asked for already, or is here to be checked'],
};

/** Ask for more: the customer is told, and the promises wait as their standards say. */
export async function askMoreOfCase({ tx, deps, actor, reference, form }: CaseAct): Promise<Outcome> {
  const name = typedText(fieldOf(form, 'more-name'));
  const why = typedText(fieldOf(form, 'more-why'));
  const piece = fieldOf(form, 'more-piece') || undefined;
  const dueOn = fieldOf(form, 'more-due').trim();
  const values = { 'more-name': name, 'more-why': why, 'more-piece': piece, 'more-due': dueOn };
  if (name.length > 200) return { errors: { 'more-name': 'Use 200 characters or fewer' }, values };
  if (why.length > 1_000) return { errors: { 'more-why': 'Use 1,000 characters or fewer' }, values };
  const asked = await askForEvidence(tx, deps.clock, actor, { case: reference, piece, name, why, dueOn });
  if (asked.ok) return { to: `${casePath(reference)}#evidence` };
  const [field, message] = ASK_MESSAGES[asked.refusal] ?? [
    'more-piece',
    COMMON[asked.refusal] ?? 'It could not be asked for',
  ];
  return { errors: { [field]: message }, values };
}
