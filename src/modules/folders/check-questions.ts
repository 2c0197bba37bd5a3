import { type AnsweredSo, compileForm, possibleAnswers, type Question, type When } from '#modules/questions';
import { formDefinition, type Transaction } from '#modules/services';
import { unknownVariables } from './check-variables.ts';
import { oneOf } from './did-you-mean.ts';
import type { Problem } from './problem.ts';
import type { Path, SourceFile } from './source-file.ts';

/** Ids stand once, rules name what is asked before them, and every question says what to do when it is left empty. */
export function checkQuestions(source: SourceFile, service: Transaction): Problem[] {
  const definition = formDefinition(service);
  const form = compileForm(definition);
  const conditions = conditionsOf(service);
  for (const { when, path } of conditions) form.test(when, path);
  const asked = definition.steps.flatMap(({ questions }, step) =>
    questions.map((question, index) => ({ question, at: [...stepPath(service, step), index] })),
  );
  const all = asked.map(({ question }) => question);
  return [
    ...form.problems.map(({ path, problem, expected }) => source.problemAt(inFile(service, path), problem, expected)),
    ...asked.flatMap(({ question, at }, index) => ownProblems(source, question, all.slice(0, index), at)),
    ...conditions.flatMap(({ when, path }) => plainOnes(when, path).flatMap((one) => checkCondition(source, one, all))),
    ...outcomeWords(source, definition),
    ...service.script.ask.flatMap(({ question }, index) =>
      all.some(({ id }) => id === question)
        ? []
        : [unknownQuestion(source, question, all, ['script', 'ask', index, 'question'])],
    ),
  ];
}

/** The questions of a report stand in its file as one list. */
function stepPath(service: Transaction, step: number): Path {
  return service.kind === 'report' ? ['questions'] : ['steps', step, 'questions'];
}

function inFile(service: Transaction, path: Path): Path {
  return service.kind === 'report' && path[0] === 'steps' ? path.slice(2) : path;
}

function ownProblems(source: SourceFile, question: Question, earlier: readonly Question[], at: Path): Problem[] {
  const condition = question.showIf
    ? plainOnes(question.showIf, [...at, 'showIf']).flatMap((one) => checkCondition(source, one, earlier))
    : [];
  return [
    ...condition,
    ...silent(source, question, at),
    ...unspoken(source, question, at),
    ...optionProblems(source, question, at),
  ];
}

const SPEAKS_FOR_ITSELF: readonly Question['kind'][] = ['place', 'photo', 'file', 'declaration'];

function silent(source: SourceFile, { id, kind, required, missing }: Question, at: Path): Problem[] {
  if (!required || missing || SPEAKS_FOR_ITSELF.includes(kind)) return [];
  const expected = 'missing: what to do, or required: false';
  return [source.problemAt([...at, 'id'], `question "${id}" says nothing when it is left empty`, expected)];
}

/** An adviser reads a rule's words, never the rule. */
function unspoken(source: SourceFile, { id, showIf, onlyIf }: Question, at: Path): Problem[] {
  if (typeof showIf !== 'string' || onlyIf) return [];
  return [source.problemAt([...at, 'showIf'], `question "${id}" has a rule without words`, 'onlyIf: when to ask it')];
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

function outcomeWords(source: SourceFile, { outcomes, values }: ReturnType<typeof formDefinition>): Problem[] {
  const known = values.map(({ id }) => id);
  return outcomes.flatMap(({ title, reason }, index) => [
    ...unknownVariables(source, title.en, ['outcomes', index, 'title'], known),
    ...reason.flatMap((words, line) => unknownVariables(source, words.en, ['outcomes', index, 'reason', line], known)),
  ]);
}

interface Conditional {
  when: When;
  path: Path;
}

function conditionsOf(service: Transaction): Conditional[] {
  const { jobs, promises } = service;
  const evidence = service.kind === 'application' ? service.evidence : [];
  const handOver = service.handOver.map((entry) => (typeof entry === 'string' ? { when: undefined } : entry));
  const all = [
    ...handOver.map(({ when }, index) => ({ when, path: ['handOver', index, 'when'] })),
    ...jobs.map(({ when }, index) => ({ when, path: ['jobs', index, 'when'] })),
    ...promises.instead.map(({ when }, index) => ({ when, path: ['promises', 'instead', index, 'when'] })),
    ...promises.also.map(({ when }, index) => ({ when, path: ['promises', 'also', index, 'when'] })),
    ...evidence.map(({ when }, index) => ({ when, path: ['evidence', index, 'when'] })),
  ];
  return all.flatMap(({ when, path }) => (when === undefined ? [] : [{ when, path }]));
}

interface PlainCondition {
  condition: AnsweredSo;
  path: Path;
}

/** The conditions that name one question; what a rule names, its own check says. */
function plainOnes(when: When, path: Path): PlainCondition[] {
  if (Array.isArray(when)) return when.flatMap((one, index) => plainOnes(one, [...path, index]));
  return typeof when === 'string' ? [] : [{ condition: when, path }];
}

function checkCondition(
  source: SourceFile,
  { condition, path }: PlainCondition,
  askedBefore: readonly Question[],
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
  return [condition.is]
    .flat()
    .filter((answer) => !possible.includes(answer))
    .map((answer) =>
      source.problemAt(
        [...path, 'is'],
        `"${String(answer)}" is no answer of "${question.id}"`,
        oneOf(String(answer), possible.map(String)),
      ),
    );
}

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
