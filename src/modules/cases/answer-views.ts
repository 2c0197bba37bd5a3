import { type Answers, sayAnswer } from '#modules/questions';
import type { CaseService } from './case-service.ts';

export interface AnswerView {
  id: string;
  question: string;
  answer: string;
}

/** What was answered, in words, in the order of the questions of the version that asked them. */
export function answerViews({ questions }: Pick<CaseService, 'questions'>, answers: Answers): AnswerView[] {
  return questions
    .filter(({ id, kind }) => answers[id] !== undefined && kind !== 'photo')
    .map((question) => ({
      id: question.id,
      question: question.label.en,
      answer: sayAnswer(question, answers[question.id]),
    }));
}
