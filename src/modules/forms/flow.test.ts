import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Question, questionSchema } from '#modules/services';
import type { Answer, Answers } from './answers.ts';
import { answersThatHold, nextQuestion, questionsFor } from './flow.ts';

/** Definitions as a council could write them: each question may hang on any earlier yes-no question. */
const definitions = fc
  .array(fc.record({ kind: fc.constantFrom('yes-no', 'text'), hangsOn: fc.option(fc.nat(7)), is: fc.boolean() }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((drafts) =>
    drafts.map(({ kind, hangsOn, is }, index): Question => {
      const on = hangsOn !== null && hangsOn < index && drafts[hangsOn]?.kind === 'yes-no' ? hangsOn : null;
      return questionSchema.parse({
        id: `q${index}`,
        kind,
        label: `Question ${index}`,
        ...(on !== null && { showIf: { question: `q${on}`, is } }),
      });
    }),
  );

const answerTo = (question: Question, yes: boolean): Answer => (question.kind === 'yes-no' ? yes : 'words');

/** Answer whatever is asked until nothing is. */
function walk(questions: Question[], coins: boolean[]): { asked: string[]; answers: Answers } {
  let answers: Answers = {};
  const asked: string[] = [];
  for (let turn = 0; turn <= questions.length; turn++) {
    const question = nextQuestion(questions, answers);
    if (!question) return { asked, answers };
    asked.push(question.id);
    answers = { ...answers, [question.id]: answerTo(question, coins[turn] ?? false) };
  }
  throw new Error('the form never ends');
}

const coins = fc.array(fc.boolean(), { minLength: 9, maxLength: 9 });

describe('a form', () => {
  test('ends on every path, and asks nothing twice', () => {
    fc.assert(
      fc.property(definitions, coins, (questions, tosses) => {
        const { asked } = walk(questions, tosses);
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });

  test('keeps, when an answer is changed, no answer to a question that no longer applies', () => {
    fc.assert(
      fc.property(definitions, coins, fc.nat(7), (questions, tosses, which) => {
        const { answers } = walk(questions, tosses);
        const changed = questions[which % questions.length];
        if (changed?.kind !== 'yes-no' || !(changed.id in answers)) return;
        const after = answersThatHold(questions, { ...answers, [changed.id]: answers[changed.id] !== true });
        const applying = questionsFor(questions, after).map(({ id }) => id);
        expect(Object.keys(after).filter((id) => !applying.includes(id))).toEqual([]);
      }),
    );
  });

  test('keeps later answers that still hold when an earlier one is changed', () => {
    const [first, second, third] = ['a', 'b', 'c'].map((id) => questionSchema.parse({ id, kind: 'yes-no', label: id }));
    const questions = [first, second, third].filter((one) => one !== undefined);
    expect(answersThatHold(questions, { a: false, b: true, c: true })).toEqual({ a: false, b: true, c: true });
  });
});
