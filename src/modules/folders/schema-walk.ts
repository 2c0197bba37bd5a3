import type { z } from 'zod';
import { type ReferenceKind, references } from '#modules/councils';
import type { Path } from './source-file.ts';

type Schema = z.core.$ZodType;

/** What a schema means once its wrappers (optional, default, preprocess) are taken off, for the value that is there. */
function unwrap(schema: Schema, value: unknown): Schema {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default') return unwrap(def.innerType, value);
  if (def.type === 'pipe') return unwrap(def.out, value);
  if (def.type === 'union') return unwrap(bestOption(def.options, value), value);
  return schema;
}

/** Of several shapes the one that the value fits, else the one with most of its keys: what the writer meant. */
function bestOption(options: readonly Schema[], value: unknown): Schema {
  const fits = options.find((option) => (option as z.ZodType).safeParse(value).success);
  const keys = isRecord(value) ? Object.keys(value) : [];
  const shared = (option: Schema) => keysOf(option, value).filter((key) => keys.includes(key)).length;
  const ranked = [...options].sort(
    (one, other) => tagFit(other, value) - tagFit(one, value) || shared(other) - shared(one),
  );
  const first = fits ?? ranked[0];
  if (!first) throw new Error('a union has at least one option');
  return first;
}

/** One when a literal of the shape, such as `kind: report`, is the value's own. */
function tagFit(option: Schema, value: unknown): number {
  const { def } = (option as z.core.$ZodTypes)._zod;
  if (def.type !== 'object' || !isRecord(value)) return 0;
  return Object.entries(def.shape).filter(([key, part]) => literals(part).some((one) => one === value[key])).length;
}

function literals(schema: Schema): readonly unknown[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === 'literal' ? def.values : [];
}

/** The literals or enum entries that are allowed at a path of the schema, for a value that is not one of them. */
export function keysOf(schema: Schema, value: unknown): string[] {
  const { def } = (unwrap(schema, value) as z.core.$ZodTypes)._zod;
  if (def.type === 'object') return Object.keys(def.shape);
  if (def.type === 'record') return recordKeys(def.keyType);
  return [];
}

function recordKeys(keyType: Schema): string[] {
  const { def } = (keyType as z.core.$ZodTypes)._zod;
  return def.type === 'enum' ? Object.values(def.entries).map(String) : [];
}

/** The schema and the value at a path, so that a message can say what belongs there. */
export function schemaAt(schema: Schema, value: unknown, path: Path): { schema: Schema; value: unknown } {
  const [step, ...rest] = path;
  if (step === undefined) return { schema, value };
  const inner = partOf(unwrap(schema, value), step);
  const below: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  return inner ? schemaAt(inner, below, rest) : { schema, value };
}

function partOf(schema: Schema, step: PropertyKey): Schema | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'object') return def.shape[String(step)];
  if (def.type === 'array') return def.element;
  if (def.type === 'record') return def.valueType;
  return undefined;
}

export interface Pointer {
  readonly to: ReferenceKind;
  readonly slug: string;
  readonly path: Path;
}

/** Every reference in a value, found through its schema: one that is added to a schema is checked without another word. */
export function pointersIn(schema: Schema, value: unknown, path: Path = []): Pointer[] {
  const inner = unwrap(schema, value);
  const marked = references.get(inner);
  if (marked) return typeof value === 'string' ? [{ to: marked.to, slug: value, path }] : [];
  const steps = isRecord(value) || Array.isArray(value) ? Reflect.ownKeys(value).filter((key) => key !== 'length') : [];
  return steps.flatMap((step) => {
    const part = partOf(inner, step);
    return part ? pointersIn(part, Reflect.get(value as object, step), [...path, step]) : [];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
