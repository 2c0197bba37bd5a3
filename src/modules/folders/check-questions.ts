import { type Condition, possibleAnswers, type Question, type ReportService } from '#modules/services';
import { oneOf } from './did-you-mean.ts';
import type { Problem } from './problem.ts';
import type { Path, SourceFile } from './source-file.ts';

/** Ids stand once, conditions name an earlier question and an answer that it can have. */
export function checkQuestions(source: SourceFile, service: ReportService): Problem[] {
  const { questions } = service;
  return [
    ...questions.flatMap((question, index) => ownProblems(source, question, questions.slice(0, index), index)),
    ...conditionsOf(service).flatMap(({ when, path }) => checkCondition(source, when, questions, path)),
    ...service.script.ask.flatMap(({ question }, index) =>
      isAsked(questions, question)
        ? []
        : [unknownQuestion(source, question, questions, ['script', 'ask', index, 'question'])],
    ),
  ];
}

function ownProblems(source: SourceFile, question: Question, earlier: readonly Question[], index: number): Problem[] {
  const at = ['questions', index];
  const twice = isAsked(earlier, question.id)
    ? [source.problemAt([...at, 'id'], `question "${question.id}" is asked twice`, 'another id')]
    : [];
  const condition = question.showIf ? checkCondition(source, question.showIf, earlier, [...at, 'showIf']) : [];
  const silent =
    question.required && !question.missing && question.kind !== 'place' && question.kind !== 'photo'
      ? [
          source.problemAt(
            [...at, 'id'],
            `question "${question.id}" says nothing when it is left empty`,
            'missing: what to do, or required: false',
          ),
        ]
      : [];
  return [...twice, ...condition, ...silent, ...optionProblems(source, question, at)];
}

function optionProblems(source: SourceFile, question: Question, at: Path): Problem[] {
  if (question.kind !== 'choice' && question.kind !== 'choices') return [];
  const values = question.options.map(({ value }) => value);
  return values.flatMap((value, index) =>
    values.indexOf(value) < index
      ? [source.problemAt([...at, 'options', index, 'value'], `option "${value}" is offered twice`, 'another value')]
      : [],
  );
}

function conditionsOf({ jobs, promises }: ReportService): { when: Condition; path: Path }[] {
  const all = [
    ...jobs.map(({ when }, index) => ({ when, path: ['jobs', index, 'when'] })),
    ...promises.instead.map(({ when }, index) => ({ when, path: ['promises', 'instead', index, 'when'] })),
    ...promises.also.map(({ when }, index) => ({ when, path: ['promises', 'also', index, 'when'] })),
  ];
  return all.flatMap(({ when, path }) => {
    if (!when) return [];
    return Array.isArray(when) ? when.map((one, index) => ({ when: one, path: [...path, index] })) : [{ when, path }];
  });
}

export function checkCondition(
  source: SourceFile,
  condition: Condition,
  askedBefore: readonly Question[],
  path: Path,
): Problem[] {
  const question = askedBefore.find(({ id }) => id === condition.question);
  if (!question) return [unknownQuestion(source, condition.question, askedBefore, [...path, 'question'])];
  const possible = possibleAnswers(question);
  if (!possible) {
    return [
      source.problemAt(
        [...path, 'question'],
        `question "${question.id}" has no fixed answers`,
        'a question of kind yes-no, choice or choices',
      ),
    ];
  }
  const wanted = Array.isArray(condition.is) ? condition.is : [condition.is];
  return wanted
    .filter((answer) => !possible.includes(answer))
    .map((answer) =>
      source.problemAt(
        [...path, 'is'],
        `"${String(answer)}" is no answer of "${question.id}"`,
        oneOf(String(answer), possible.map(String)),
      ),
    );
}

const isAsked = (questions: readonly Question[], id: string): boolean =>
  questions.some((question) => question.id === id);

function unknownQuestion(source: SourceFile, id: string, questions: readonly Question[], path: Path): Problem {
  return source.problemAt(
    path,
    `question "${id}" is not asked before this`,
    oneOf(
      id,
      questions.map((question) => question.id),
    ),
  );
}
