import type { ComponentChildren } from 'preact';

/** What was typed, by field name: a page spreads it with `errors` into its fields, so nothing typed is lost. */
export type Values = Readonly<Record<string, unknown>>;

/** What is wrong, by field name, in words that say what to do. The order is the order of the error summary. */
export type Errors = Readonly<Record<string, string | undefined>>;

export interface FormState {
  values?: Values | undefined;
  errors?: Errors | undefined;
}

export function typedText(
  name: string,
  { value, values }: { value?: string | undefined } & FormState,
): string | undefined {
  const typed = value ?? values?.[name];
  return typeof typed === 'string' || typeof typed === 'number' ? String(typed) : undefined;
}

export function typedList(name: string, chosen: readonly string[] | undefined, values?: Values): readonly string[] {
  const typed = chosen ?? values?.[name];
  if (Array.isArray(typed)) return typed.map(String);
  return typeof typed === 'string' && typed !== '' ? [typed] : [];
}

export function errorOf<E>(
  name: string,
  { error, errors }: { error?: E | undefined; errors?: Errors | undefined },
): E | ComponentChildren {
  return error ?? errors?.[name];
}
