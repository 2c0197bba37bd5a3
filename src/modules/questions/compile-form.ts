import { type AnsweredSo, answeredSo, type Condition, type When } from './condition-schema.ts';
import { emptyValue } from './empty-value.ts';
import type { Check, ComputedValue, FormDefinition, Outcome, Step } from './form-schema.ts';
import { kindOf } from './kinds/index.ts';
import type { RuleType } from './kinds/kind.ts';
import type { Question } from './question-schema.ts';
import { RESERVED, type Rule, RuleBook, ruleName, type Scope } from './rules.ts';

type Path = readonly PropertyKey[];

/** What is wrong with a definition, where, and what is expected there. */
export interface FormProblem {
  path: Path;
  problem: string;
  expected: string;
}

/** Whether something applies; `positions` are the questions that must be settled before it can be asked. */
export interface Test {
  readonly names: ReadonlySet<string>;
  /** Undefined: it cannot be worked out. */
  holds: (scope: Scope, answers: Readonly<Record<string, unknown>>) => boolean | undefined;
}

interface Placed<Thing> {
  readonly thing: Thing;
  readonly rule: Rule;
  /** The number of the last question that it depends on: from there on it is decided. */
  readonly position: number;
}

export interface FormStep {
  readonly step: Step;
  readonly showIf: Test | null;
  readonly questions: readonly {
    readonly question: Question;
    readonly showIf: Test | null;
    readonly position: number;
  }[];
}

/** A definition made ready to be walked: every rule parsed and typed once. */
export interface Form {
  readonly definition: FormDefinition;
  readonly steps: readonly FormStep[];
  readonly values: readonly { readonly value: ComputedValue; readonly rule: Rule }[];
  readonly checks: readonly Placed<Check>[];
  readonly outcomes: readonly Placed<Outcome>[];
  /** What rules see before anything is answered. */
  readonly nothing: Scope;
  readonly problems: readonly FormProblem[];
  /** A condition of something that hangs on the whole form: a job, a promise, a destination. */
  test: (when: When, path?: Path) => Test;
}

/**
 * Make a form's definition ready. Problems are listed, never thrown: `councils check` shows them with file and line, and
 * a rule that does not parse holds for nobody.
 */
export function compileForm(definition: FormDefinition): Form {
  return new Compiler(definition).form();
}

class Compiler {
  readonly #definition: FormDefinition;
  readonly #book = new RuleBook();
  readonly #problems: FormProblem[] = [];
  readonly #positions = new Map<string, number>();
  readonly #nothing: Record<string, unknown> = {};

  constructor(definition: FormDefinition) {
    this.#definition = definition;
  }

  form(): Form {
    this.#nameQuestions();
    const values = this.#values();
    this.#checksHaveTheirPlace();
    const inner = new Map(
      this.#definition.steps.filter(({ repeat }) => repeat).map((step) => [step.id, this.#innerBook(step)]),
    );
    const placed = <Thing>(things: readonly Thing[], text: (thing: Thing) => string, at: string) =>
      things.flatMap((thing, index) => {
        const rule = this.#rule(text(thing), [at, index], 'bool');
        return rule ? [{ thing, rule, position: this.#positionOf(rule.names) }] : [];
      });
    return {
      definition: this.#definition,
      steps: this.#definition.steps.map((step, index) => this.#step(step, index, inner.get(step.id))),
      values,
      checks: placed(this.#definition.checks, ({ that }) => that, 'checks'),
      outcomes: placed(this.#definition.outcomes, ({ when }) => when, 'outcomes'),
      nothing: this.#nothing,
      problems: this.#problems,
      test: (when, path = []) => this.#test(when, path, this.#book),
    };
  }

  #nameQuestions(): void {
    const { steps, figures } = this.#definition;
    const seen = new Set<string>();
    for (const [at, { id }] of figures.entries()) {
      this.#takeName(seen, id, ['figures', at, 'id']);
      this.#book.name(id, 'int');
    }
    const asked: string[] = [];
    let position = 0;
    for (const [at, step] of steps.entries()) {
      this.#takeName(seen, step.id, ['steps', at, 'id']);
      for (const [index, question] of step.questions.entries()) {
        this.#takeName(seen, question.id, ['steps', at, 'questions', index, 'id']);
        this.#standsAlone(step, question, ['steps', at, 'questions', index, 'kind']);
        this.#positions.set(ruleName(question.id), position);
        position += 1;
        const shape = kindOf(question).shape(question);
        if (step.repeat || shape === null) continue;
        asked.push(question.id);
        this.#book.name(question.id, shape);
        this.#nothing[ruleName(question.id)] = emptyValue(shape);
      }
      if (step.repeat) this.#nameGroup(step, position - 1);
    }
    this.#book.answered(asked);
    this.#nothing['answered'] = Object.fromEntries(asked.map((id) => [ruleName(id), false]));
  }

  /** A place is looked up and files are stored on pages of their own; a bank account is sealed once. */
  #standsAlone(step: Step, { kind }: Question, path: Path): void {
    const isLookedUp = kind === 'place' || kind === 'photo' || kind === 'file';
    const isSealed = kind === 'bank' && step.repeat !== undefined;
    if (!isSealed && (!isLookedUp || !(step.together || step.repeat))) return;
    this.#say(path, `a ${kind} is asked together with others`, `a step of its own for it, without together or repeat`);
  }

  #nameGroup(step: Step, position: number): void {
    this.#book.name(step.id, itemShape(step), true);
    this.#nothing[ruleName(step.id)] = [];
    this.#positions.set(ruleName(step.id), position);
  }

  #takeName(seen: Set<string>, id: string, path: Path): void {
    const name = ruleName(id);
    if (seen.has(name) || RESERVED.has(name)) {
      this.#say(path, `"${id}" is used twice`, 'an id that nothing else in this form has');
    }
    seen.add(name);
  }

  /** In order, so that a value can use those before it and never itself: a circle is an unknown name. */
  #values(): Form['values'] {
    return this.#definition.values.flatMap((value, index) => {
      const rule = this.#rule(value.is, ['values', index, 'is']);
      if (!rule) return [];
      const name = ruleName(value.id);
      if (this.#positions.has(name)) {
        this.#say(['values', index, 'id'], `"${value.id}" is used twice`, 'an id that nothing else in this form has');
        return [];
      }
      this.#book.name(value.id, rule.type as 'string');
      this.#positions.set(name, this.#positionOf(rule.names));
      return [{ value, rule }];
    });
  }

  #checksHaveTheirPlace(): void {
    for (const [index, { at }] of this.#definition.checks.entries()) {
      const isAsked = this.#definition.steps.some(({ questions }) => questions.some(({ id }) => id === at));
      if (!isAsked) this.#say(['checks', index, 'at'], `"${at}" is no question`, 'the question to say it at');
    }
  }

  #innerBook(step: Step): RuleBook {
    const book = this.#book.inner();
    for (const question of step.questions) {
      const shape = kindOf(question).shape(question);
      if (shape !== null) book.name(question.id, shape);
    }
    return book;
  }

  #step(step: Step, at: number, book: RuleBook = this.#book): FormStep {
    const path = ['steps', at];
    return {
      step,
      showIf: step.showIf === undefined ? null : this.#before(step.showIf, path, this.#book, this.#firstOf(step)),
      questions: step.questions.map((question, index) => {
        const position = this.#positions.get(ruleName(question.id)) ?? 0;
        const own = [...path, 'questions', index];
        const showIf = question.showIf === undefined ? null : this.#before(question.showIf, own, book, position);
        if (showIf) this.#hangsOnNoNeighbour(step, showIf, own);
        return { question, showIf, position };
      }),
    };
  }

  /** On one page, a question that another one there calls for could be seen only when the page is asked a second time. */
  #hangsOnNoNeighbour({ together, questions }: Step, { names }: Test, path: Path): void {
    const neighbour = together ? questions.find(({ id }) => names.has(ruleName(id))) : undefined;
    if (!neighbour) return;
    this.#say(
      [...path, 'showIf'],
      `"${neighbour.id}" is asked on the same page`,
      'a step of its own, or together: false',
    );
  }

  #firstOf(step: Step): number {
    return this.#positions.get(ruleName(step.questions[0]?.id ?? '')) ?? 0;
  }

  /** A condition may look at what was asked before it: what looks at itself, or further on, would never be decided. */
  #before(condition: Condition, path: Path, book: RuleBook, position: number): Test {
    const test = this.#test(condition, [...path, 'showIf'], book);
    for (const name of typeof condition === 'string' ? test.names : []) {
      const at = this.#positions.get(name);
      if (at !== undefined && at >= position) {
        this.#say([...path, 'showIf'], `"${name}" is not asked before this`, 'a question that is asked earlier');
      }
    }
    return test;
  }

  #test(when: When, path: Path, book: RuleBook): Test {
    const tests = (Array.isArray(when) ? when : [when]).map((one) => this.#one(one, path, book));
    return {
      names: new Set(tests.flatMap(({ names }) => [...names])),
      holds: (scope, answers) => {
        const results = tests.map(({ holds }) => holds(scope, answers));
        return results.includes(undefined) ? undefined : results.every(Boolean);
      },
    };
  }

  #one(condition: Condition, path: Path, book: RuleBook): Test {
    if (typeof condition !== 'string') return answeredSoTest(condition);
    const rule = this.#rule(condition, path, 'bool', book);
    if (!rule) return { names: new Set(), holds: () => false };
    return { names: rule.names, holds: (scope) => truth(rule, scope) };
  }

  #rule(text: string, path: Path, type?: string, book = this.#book): Rule | undefined {
    const parsed = book.parse(text);
    if (!parsed.ok) {
      this.#say(path, parsed.problem, 'a rule over the questions of this form, by their ids with low lines');
      return undefined;
    }
    if (type !== undefined && parsed.rule.type !== type) {
      this.#say(path, `the rule gives ${parsed.rule.type}`, 'a rule that is true or false');
      return undefined;
    }
    return parsed.rule;
  }

  #positionOf(names: ReadonlySet<string>): number {
    return Math.max(0, ...[...names].map((name) => this.#positions.get(name) ?? 0));
  }

  #say(path: Path, problem: string, expected: string): void {
    this.#problems.push({ path, problem, expected });
  }
}

function answeredSoTest(condition: AnsweredSo): Test {
  return { names: new Set([ruleName(condition.question)]), holds: (_scope, answers) => answeredSo(condition, answers) };
}

function truth(rule: Rule, scope: Scope): boolean | undefined {
  const result = rule.run(scope);
  return result.ok ? result.value === true : undefined;
}

/** One item of a step that repeats, as a rule sees it; fields of fields are left out. */
export function itemShape(step: Step): Record<string, RuleType> {
  return Object.fromEntries(
    step.questions.flatMap((question) => {
      const shape = kindOf(question).shape(question);
      return typeof shape === 'string' ? [[ruleName(question.id), shape] as const] : [];
    }),
  );
}
