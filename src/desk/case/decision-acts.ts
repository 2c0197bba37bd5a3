import {
  agreeDecision,
  challengeDecision,
  decide,
  PER,
  RESULTS,
  sendBackDecision,
  upholdDecision,
} from '#modules/decisions';
import { fieldOf, type SubmittedForm } from '#platform/http/read-form';
import type { Values } from '#ui';
import { type Outcome, typedText } from '../../doors/act.ts';
import { type CaseAct, COMMON, casePath, LONGEST, TOO_LONG } from './case-act.ts';

const MESSAGES: Readonly<Record<string, [field: string, message: string]>> = {
  'no-reason': ['decision-reasons', 'Choose at least one reason. The customer reads it'],
  'unknown-reason': ['decision-reasons', 'Choose reasons that fit what you decided'],
  'bad-dates': ['decision-from', 'Enter dates that exist, the first before the last'],
  'bad-day': ['decision-due', 'Enter a day that exists, from today on and within a year'],
  'bad-amount': ['decision-amount', 'Enter an amount in pounds, such as 12.50'],
  'already-decided': [
    'decision-result',
    'Somebody has decided this already. Look at the decision: it can be corrected',
  ],
  'waits-for-second': ['decision-result', 'A decision waits for its second officer. Agree to it, or send it back'],
  'nothing-to-decide': ['decision-result', 'Cases of this service are not decided here'],
  'no-such-decision': ['decision-result', 'That decision cannot be corrected'],
  'corrected-already': ['decision-result', 'That decision has been corrected already. Correct the newest'],
};

/** Decide, or propose a decision to the second officer. */
export async function decideCase({ tx, deps, actor, reference, form }: CaseAct): Promise<Outcome> {
  const read = readFields(form);
  const { result, words, pounds, per } = read;
  if (!result) return { errors: { 'decision-result': 'Choose what you decide' }, values: read.values };
  if (words.length > LONGEST) return { errors: { 'decision-words': TOO_LONG }, values: read.values };
  const decided = await decide(tx, deps.clock, actor, {
    case: reference,
    result,
    reasons: form.fields['decision-reasons'] ?? [],
    words,
    amount: pounds === '' ? null : { pence: penceOf(pounds), per },
    from: fieldOf(form, 'decision-from').trim() || null,
    until: fieldOf(form, 'decision-until').trim() || null,
    due: fieldOf(form, 'decision-due').trim() || null,
    corrects: fieldOf(form, 'corrects') || null,
    key: fieldOf(form, 'key') || null,
  });
  if (decided.ok) return { to: `${casePath(reference)}#decision` };
  return wrong(decided.refusal, 'decision-result', read.values);
}

function readFields(form: SubmittedForm) {
  const result = RESULTS.find((one) => one === fieldOf(form, 'decision-result'));
  const words = typedText(fieldOf(form, 'decision-words'));
  const pounds = fieldOf(form, 'decision-amount').replace(/[£,\s]/g, '');
  const per = PER.find((one) => one === fieldOf(form, 'decision-per')) ?? 'once';
  const kept = ['decision-amount', 'decision-per', 'decision-from', 'decision-until', 'decision-due'].map((name) => [
    name,
    fieldOf(form, name),
  ]);
  const values: Values = {
    ...(Object.fromEntries(kept) as Record<string, string>),
    'decision-result': result,
    'decision-words': words,
    'decision-reasons': form.fields['decision-reasons'],
  };
  return { result, words, pounds, per, values };
}

/** Not a number where it is none: then it is refused as an amount. */
function penceOf(pounds: string): number {
  return /^\d{1,7}(\.\d{1,2})?$/.test(pounds) ? Math.round(Number(pounds) * 100) : Number.NaN;
}

function wrong(refusal: string, field: string, values: Values): Outcome {
  const [at, message] = MESSAGES[refusal] ?? [field, COMMON[refusal] ?? 'It could not be done. Look at the case again'];
  return { errors: { [at]: message }, values };
}

const SECOND_MESSAGES: Readonly<Record<string, string>> = {
  'same-officer': 'You had a part in this decision. Somebody else must do this',
  'not-waiting': 'It does not wait for anybody any more. Look at it again',
  'no-note': 'Write why you send it back',
  'no-reason': 'Write why it stands. The customer reads it',
  'no-review': 'There is no review to end, and none can be asked for here',
  'no-decision': 'Nothing has been decided yet',
  'no-promise': 'The review could not be opened: its standard has no clock. Tell the administrator',
};

/** What the second officer, or the reviewer, does with a decision. */
export async function settleDecision({ tx, deps, actor, reference, form }: CaseAct): Promise<Outcome> {
  const act = fieldOf(form, 'act');
  const words = typedText(fieldOf(form, 'second-words'));
  if (words.length > LONGEST) return { errors: { 'second-words': TOO_LONG }, values: { 'second-words': words } };
  const of = { case: reference, decisionId: fieldOf(form, 'decision') };
  const done = await settle();
  if (done.ok) return { to: `${casePath(reference)}#decision` };
  const message =
    SECOND_MESSAGES[done.refusal] ?? COMMON[done.refusal] ?? 'It could not be done. Look at the case again';
  return { errors: { 'second-words': message }, values: { 'second-words': words } };

  function settle() {
    if (act === 'agree') return agreeDecision(tx, deps.clock, actor, of);
    if (act === 'challenge') return challengeDecision(tx, deps.clock, actor, { case: reference, because: words });
    if (act === 'uphold') return upholdDecision(tx, deps.clock, actor, { case: reference, words });
    return sendBackDecision(tx, deps.clock, actor, { ...of, note: words });
  }
}
