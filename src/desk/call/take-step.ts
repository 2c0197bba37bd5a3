import { english, inLanguage } from '#modules/councils';
import { fillValues, groupItems, withMore, withoutItem } from '#modules/questions';
import { formOf } from '#modules/services';
import { fieldOf, type SubmittedForm } from '#platform/http/read-form';
import { newId } from '#platform/ids';
import { type Call, type CallAnswer, callPath } from './call.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { type FormScreen, formStanding, walkTaken } from './form-screen.ts';
import { keep } from './on-report.ts';
import { answered } from './pick-service.ts';
import { readStep } from './read-step.ts';
import { takeFiles } from './take-files.ts';
import type { TakenFacts } from './taken-facts.ts';

/** The answers of a whole step, kept at once; then the next one. What was wrong is said and nothing typed is lost. */
export async function takeStep(call: Call, taken: TakenFacts): Promise<CallAnswer> {
  const { contact, deps, form } = call;
  const { screen } = formStanding(taken, wantedIn(form));
  if (screen.kind !== 'step' || screen.step.id !== fieldOf(form, 'step')) return PUT_AWAY;
  const files = await takeFiles(call, taken, screen);
  const read = await readStep(files.taken, screen, form);
  const errors = { ...changedMeanwhile(call, taken, screen), ...read.errors, ...files.errors };
  if (Object.keys(errors).length > 0) {
    return { errors, values: { ...read.values, ...wantedIn(form) }, keep: true };
  }
  const more = fieldOf(form, 'more');
  const isDone = screen.item !== null && (more === 'yes' || more === 'no');
  await keep(files.taken, { answers: isDone ? addMore({ deps }, screen, read.answers, more === 'yes') : read.answers });
  return { to: `${callPath(contact.id)}#call-script` };
}

/** What stands on the screen of the adviser who pressed: the step and, where it repeats, which one of them. */
const wantedIn = (form: SubmittedForm) => ({ step: fieldOf(form, 'step'), item: fieldOf(form, 'item') });

const PUT_AWAY = { errors: { call: 'This form has moved on in another window. Look at where it is now' } };

/** Another one is added, one is taken away, or there is none more. */
export async function takeMore({ contact, deps, form }: Call, taken: TakenFacts): Promise<CallAnswer> {
  const { screen } = formStanding(taken, wantedIn(form));
  if (screen.kind !== 'items') return PUT_AWAY;
  const { answers } = taken.state;
  const removed = fieldOf(form, 'remove');
  if (removed !== '') {
    await keep(taken, { answers: withoutItem(screen, answers, removed) });
  } else {
    const wantsMore = fieldOf(form, 'more') === 'yes';
    const most = screen.step.repeat?.most ?? 1;
    if (wantsMore && groupItems(answers[screen.step.id]).length >= most) {
      return { errors: { more: `There can be up to ${most} here` }, values: wantedIn(form) };
    }
    await keep(taken, { answers: addMore({ deps }, screen, answers, wantsMore) });
  }
  return { to: `${callPath(contact.id)}#call-script` };
}

function addMore(
  { deps }: Pick<Call, 'deps'>,
  screen: Extract<FormScreen, { kind: 'step' | 'items' }>,
  answers: TakenFacts['state']['answers'],
  wantsMore: boolean,
): TakenFacts['state']['answers'] {
  const isFull = groupItems(answers[screen.step.id]).length >= (screen.step.repeat?.most ?? 1);
  return withMore(screen, answers, wantsMore && !isFull, newId(deps.clock));
}

/** A result was said: on with the form, or it ends here, and the contact keeps why. */
export async function takeResult(call: Call, taken: TakenFacts): Promise<CallAnswer> {
  const { service, state } = taken;
  const { outcome, values } = walkTaken(taken);
  if (!outcome || outcome.id !== fieldOf(call.form, 'result')) return PUT_AWAY;
  if (outcome.mayGoOn && fieldOf(call.form, 'next') === 'on') {
    await keep(taken, { told: [...state.told, outcome.id] });
    return { to: `${callPath(call.contact.id)}#call-script` };
  }
  const why = [outcome.title, ...outcome.reason].map((words) => fillValues(formOf(service), inLanguage(words), values));
  const note = `${english(service.name)}: ${why.join(' ')}`;
  return await answered(call, { reason: service.contactReason, serviceSlug: service.slug, note });
}
