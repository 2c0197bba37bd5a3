import { inLanguage } from '#modules/councils';
import { pickedValues } from '../answers.ts';
import type { QuestionOf } from '../question-schema.ts';
import type { KindOf } from './kind.ts';
import { oneField, taken, textOf, wrong } from './kind.ts';

export const choice: KindOf<'choice'> = {
  read: ({ options }, { values }) => {
    const picked = options.find(({ value }) => value === values[0]);
    return picked ? taken(picked.value) : wrong('Choose one of the answers');
  },
  fields: oneField,
  say: (question, answer, language) => labels(question, [textOf(answer)], language),
  shape: () => 'string',
  value: (answer) => answer,
};

export const choices: KindOf<'choices'> = {
  read: ({ options, most }, { values }) => {
    const known = options.map(({ value }) => value).filter((value) => values.includes(value));
    if (known.length === 0) return wrong('Choose one of the answers');
    return most !== undefined && known.length > most ? wrong(`Choose ${most} at most`) : taken(known);
  },
  fields: oneField,
  say: (question, answer, language) => labels(question, pickedValues(answer), language),
  shape: () => 'list<string>',
  value: pickedValues,
};

export const yesNo: KindOf<'yes-no'> = {
  read: (_question, { values: [value] }) =>
    value === 'yes' || value === 'no' ? taken(value === 'yes') : wrong('Choose yes or no'),
  fields: (answer) => ({ '': answer === '' ? '' : answer === true ? 'yes' : 'no' }),
  say: (_question, answer) => (answer === true ? 'Yes' : 'No'),
  shape: () => 'bool',
  value: (answer) => answer === true,
};

/** What somebody says is true. It cannot be passed over, and it is never ticked for them. */
export const declaration: KindOf<'declaration'> = {
  read: (_question, { values }) =>
    values.includes('yes') ? taken(true) : wrong('Tick the box to say that this is true, or change your answers first'),
  fields: () => ({ '': [] }),
  say: (question, answer, language) => (answer === true ? inLanguage(question.statement, language) : 'Not agreed'),
  shape: () => 'bool',
  value: (answer) => answer === true,
};

function labels(
  { options }: QuestionOf<'choice' | 'choices'>,
  picked: readonly string[],
  language: Parameters<typeof inLanguage>[1],
): string {
  return options
    .filter(({ value }) => picked.includes(value))
    .map(({ label }) => inLanguage(label, language))
    .join(', ');
}
