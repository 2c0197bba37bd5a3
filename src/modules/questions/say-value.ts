import type { Form } from './compile-form.ts';
import type { ComputedValue } from './form-schema.ts';
import { sayDate } from './kinds/date.ts';
import { sayPounds } from './kinds/number.ts';
import type { Walk } from './walk.ts';

/** Said of what a rule could not work out: a person does it. */
const UNDECIDED = 'We could not work this out. An officer will look at it.';

/** A computed value as a person reads it. */
export function sayValue({ shown }: Pick<ComputedValue, 'shown'>, value: unknown): string {
  if (value === null || value === undefined) return UNDECIDED;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (value instanceof Date) return sayDate(value.toISOString().slice(0, 10));
  if (typeof value === 'bigint' || typeof value === 'number') {
    return shown === 'money' ? sayPounds(Number(value)) : Number(value).toLocaleString('en-GB');
  }
  return typeof value === 'string' ? value : UNDECIDED;
}

/** A text with its `{{value}}` filled in from what was worked out. */
export function fillValues({ definition }: Form, text: string, values: Walk['values']): string {
  return text.replace(/\{\{\s*([a-z0-9-]+)\s*\}\}/g, (whole, id: string) => {
    const value = definition.values.find((one) => one.id === id);
    return value ? sayValue(value, values[id]) : whole;
  });
}
