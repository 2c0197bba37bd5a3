import { type Container, type CouncilConfig, english } from '#modules/councils';
import { type Answers, pickedValues, type Question } from '#modules/questions';

import { questionsOf, type Transaction } from '#modules/services';

type ChoiceQuestion = Extract<Question, { kind: 'choice' | 'choices' }>;

/** The question whose answers are the council's containers; a service that is not about bins has none. */
export function containerQuestion(
  service: Transaction,
  containers: CouncilConfig['containers'],
): ChoiceQuestion | undefined {
  return questionsOf(service).find(
    (question): question is ChoiceQuestion =>
      (question.kind === 'choice' || question.kind === 'choices') &&
      question.options.every(({ value }) => containers.has(value)),
  );
}

/** The containers that were chosen, or null when nobody has been asked. */
export function chosenContainers(question: ChoiceQuestion | undefined, answers: Answers): readonly string[] | null {
  const answer = question && answers[question.id];
  if (typeof answer === 'string') return [answer];
  return Array.isArray(answer) ? pickedValues(answer) : null;
}

/** "black bin", as it stands in the middle of a sentence. */
export function containerName(container: Container | undefined): string {
  const name = container ? english(container.name) : 'bin';
  return name.charAt(0).toLowerCase() + name.slice(1);
}
