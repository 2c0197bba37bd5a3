import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { z } from 'zod';
import { midnight } from './kinds/date.ts';
import type { RuleShape } from './kinds/kind.ts';

/** What a rule can see, by name. */
export type Scope = Readonly<Record<string, unknown>>;

/** The result of a rule; a rule that cannot be worked out, as when it divides by zero, is undecided, never an error page. */
export type Decided = { ok: true; value: unknown } | { ok: false };

export interface Rule {
  /** Names that the rule mentions: questions, steps that repeat, computed values. */
  readonly names: ReadonlySet<string>;
  /** What it gives, in the language of rules: `bool`, `int`, `list<string>`. */
  readonly type: string;
  run: (scope: Scope) => Decided;
}

export type ParsedRule = { ok: true; rule: Rule } | { ok: false; problem: string };

const TIMESTAMP = 'google.protobuf.Timestamp';
const MOST_NODES = 2_000;
const MOST_DEPTH = 60;

/** A hyphen is a minus in a rule, so names are written with low lines there. */
/** Names that mean something in every rule. */
export const RESERVED: ReadonlySet<string> = new Set(['today', 'answered']);

export const ruleName = (id: string): string => id.replaceAll('-', '_');

/**
 * The names that rules may use and their types. A name that is not among them fails the check of the folder and not the
 * resident. It is filled first and read afterwards: `inner` closes it.
 */
export class RuleBook {
  readonly #environment: Environment;

  constructor(environment = newEnvironment()) {
    this.#environment = environment;
  }

  /** Make a name known. One that is known already keeps its meaning: whoever compiles the form says that it is used twice. */
  name(id: string, shape: Exclude<RuleShape, null>, listOf = false): void {
    const name = ruleName(id);
    if (this.#environment.hasVariable(name)) return;
    const type = typeof shape === 'string' ? shape : this.#record(name, shape);
    this.#environment.registerVariable(name, listOf ? `list<${type}>` : type);
  }

  /** Which questions have an answer, as `answered.income`. */
  answered(ids: readonly string[]): void {
    if (ids.length > 0) this.name('answered', Object.fromEntries(ids.map((id) => [ruleName(id), 'bool' as const])));
  }

  /** The names of this book and more: those of one item of "add another". */
  inner(): RuleBook {
    return new RuleBook(this.#environment.clone());
  }

  parse(text: string): ParsedRule {
    try {
      const parsed = this.#environment.parse(text);
      const checked = parsed.check();
      if (!checked.valid) return { ok: false, problem: inShort(checked.error) };
      const run = (scope: Scope): Decided => decide(() => parsed({ ...scope }));
      return { ok: true, rule: { names: namesIn(parsed.ast), type: String(checked.type), run } };
    } catch (error) {
      return { ok: false, problem: inShort(error) };
    }
  }

  #record(name: string, fields: Readonly<Record<string, string>>): string {
    const type = `Of_${name}`;
    this.#environment.registerType(type, { fields: { ...fields } });
    return type;
  }
}

function newEnvironment(): Environment {
  return new Environment({ limits: { maxAstNodes: MOST_NODES, maxDepth: MOST_DEPTH } })
    .registerVariable('today', TIMESTAMP)
    .registerFunction(`date(string): ${TIMESTAMP}`, (iso: string) => midnight(iso))
    .registerFunction(`years(${TIMESTAMP}, ${TIMESTAMP}): int`, wholeYears)
    .registerFunction(`days(${TIMESTAMP}, ${TIMESTAMP}): int`, wholeDays)
    .registerFunction('pounds(int): int', (pounds: bigint) => pounds * 100n)
    .registerFunction('least(int, int): int', (one: bigint, other: bigint) => (one < other ? one : other))
    .registerFunction('most(int, int): int', (one: bigint, other: bigint) => (one > other ? one : other));
}

/** Whole years from one date to another; somebody born on 29 February has a birthday on 1 March in other years. */
function wholeYears(from: Date, to: Date): bigint {
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  const [had, has] = [from, to].map((date) => date.getUTCMonth() * 100 + date.getUTCDate());
  return BigInt((has ?? 0) < (had ?? 0) ? years - 1 : years);
}

function wholeDays(from: Date, to: Date): bigint {
  return BigInt(Math.floor((to.getTime() - from.getTime()) / 86_400_000));
}

function decide(run: () => unknown): Decided {
  try {
    return { ok: true, value: run() };
  } catch {
    return { ok: false };
  }
}

/** The names of a rule: a field of `answered` counts as the question that it asks about. */
function namesIn(node: ASTNode): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    const one = nodeSchema.safeParse(part);
    if (!one.success) return;
    const { op, args } = one.data;
    if (op === 'id') names.add(String(args));
    const [of, field] = Array.isArray(args) ? (args as unknown[]) : [];
    if (op === '.' && nodeSchema.safeParse(of).data?.args === 'answered') names.add(String(field));
    visit(args);
  };
  visit(node);
  names.delete('answered');
  return names;
}

const nodeSchema = z.looseObject({ op: z.string(), args: z.unknown() });

/** The first line of what the parser says; the rest draws the rule with an arrow. */
function inShort(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] ?? text;
}
