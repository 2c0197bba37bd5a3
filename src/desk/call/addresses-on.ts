import {
  type Answer,
  type Answers,
  answeredValues,
  answersOn,
  type FoundAddresses,
  findTypedAddresses,
  isFieldQuestion,
  type Question,
} from '#modules/questions';
import type { Values } from '#ui';
import type { FormScreen, StepScreen } from './form-screen.ts';
import { recordFor } from './on-record.ts';
import type { TakenFacts } from './taken-facts.ts';

/** What the council's list has for the postcodes in these fields of a step. */
export function addressesOn(
  { tx, actor, directory }: TakenFacts,
  screen: StepScreen,
  values: Values,
): Promise<FoundAddresses> {
  const { profile } = directory.config;
  const questions = screen.questions.map(({ question }) => question);
  return findTypedAddresses(tx, { councilId: actor.councilId, profile, questions, values });
}

/** The same for the screen as it is shown: with what was answered before, is on record, or was typed and refused. */
export async function addressesShown(
  taken: TakenFacts,
  { screen, known, typed }: { screen: FormScreen; known: Answers; typed: Values },
): Promise<FoundAddresses> {
  if (screen.kind !== 'step') return new Map();
  const before = answersOn(screen, taken.state.answers);
  const values = screen.questions.map(({ question }) =>
    fieldsOf(question, before[question.id] ?? recordFor(question, known)),
  );
  return await addressesOn(taken, screen, Object.assign({}, ...values, typed) as Values);
}

/** An answer as the fields of its question show it. */
export const fieldsOf = (question: Question, answer: Answer | undefined): Values =>
  isFieldQuestion(question) ? answeredValues(question, answer) : {};
