import { describe, expect, test } from 'vitest';
import { compileForm } from './compile-form.ts';
import { formSchema } from './form-schema.ts';

describe('a definition', () => {
  const question = (id: string, showIf?: unknown) => ({
    id,
    kind: 'yes-no',
    label: id,
    ...(showIf !== undefined && { showIf }),
  });
  const problemsOf = (questions: unknown[], more: object = {}) =>
    compileForm(formSchema.parse({ steps: [{ id: 'step', title: 'Step', questions }], ...more })).problems;

  test.each([
    ['a circle of two questions', [question('a', 'b'), question('b', 'a')], {}, '"b" is not asked before this'],
    ['a question that hangs on itself', [question('a', 'a')], {}, '"a" is not asked before this'],
    ['a wrong name', [question('a'), question('b', 'aa')], {}, 'Unknown variable: aa'],
    ['a wrong type', [question('a'), question('b', 'a > 3')], {}, 'no such overload: bool > int'],
    ['a rule that is no yes or no', [question('a'), question('b', '1 + 1')], {}, 'the rule gives int'],
    ['a rule that does not parse', [question('a', 'a &&')], {}, 'Unexpected token: EOF'],
    ['one id for two things', [question('a'), question('a')], {}, '"a" is used twice'],
    ['a value of itself', [question('a')], { values: [{ id: 'v', is: 'v + 1' }] }, 'Unknown variable: v'],
    [
      'a check at no question',
      [question('a')],
      { checks: [{ that: 'a', at: 'zz', say: 'No' }] },
      '"zz" is no question',
    ],
  ])('with %s is refused where it stands', (_what, questions, more, problem) => {
    expect(problemsOf(questions, more).map((one) => one.problem)).toContain(problem);
  });

  test('with a question that hangs on another of the same page is refused, because the page would be asked twice', () => {
    const step = { id: 'step', title: 'Step', together: true, questions: [question('a'), question('b', 'a')] };
    const { problems } = compileForm(formSchema.parse({ steps: [step] }));
    expect(problems.map(({ problem }) => problem)).toEqual(['"a" is asked on the same page']);
  });
});
