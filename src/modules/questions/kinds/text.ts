import type { KindOf } from './kind.ts';
import { line, oneField, taken, textOf, tooLong, wrong } from './kind.ts';

type TextKind = 'text' | 'long-text' | 'name';

const anyText: KindOf<TextKind> = {
  read: (question, { values }) => {
    const text = question.kind === 'long-text' ? lines(values[0] ?? '') : line(values[0]);
    const error = tooLong(text, question.longest);
    return error === null ? taken(text) : wrong(error);
  },
  fields: oneField,
  say: (_question, answer) => textOf(answer),
  shape: () => 'string',
  value: (answer) => answer,
};

export const text: KindOf<'text'> = { ...anyText };
export const longText: KindOf<'long-text'> = { ...anyText };
/** A name is what somebody says it is: one letter, no family name, an apostrophe, two hundred letters. */
export const name: KindOf<'name'> = { ...anyText };

/** Line breaks and tabs are kept. */
function lines(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}
