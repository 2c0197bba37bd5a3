import { inLanguage, type Language } from '#modules/councils';
import { Checkboxes, type Choice, DateInput, type Errors, Radios, Textarea, TextInput, type Values } from '#ui';
import type { FieldQuestion } from './read-answer.ts';

interface QuestionFieldProps {
  question: FieldQuestion;
  language?: Language | undefined;
  /** How the question is said as label or legend: the heading of a page of its own, or a field among others. */
  heading: { size: 's' | 'm' | 'l'; isPageHeading?: true };
  /** By field name: `fieldNames` says which. */
  values: Values;
  errors?: Errors | undefined;
  /** Close together, as on the adviser's screen. */
  small?: boolean | undefined;
}

/** One question of a service as a field, the same on the web form and on the adviser's screen. */
export function QuestionField({ question, language = 'en', heading, values, errors = {}, small }: QuestionFieldProps) {
  const label = { ...heading, text: labelOf(question, language) };
  const common = { name: question.id, hint: <Help question={question} language={language} />, values, errors };
  const hint = hasHelp(question) ? common.hint : undefined;
  switch (question.kind) {
    case 'text':
      return <TextInput {...common} hint={hint} label={label} />;
    case 'long-text':
      return <Textarea {...common} hint={hint} label={label} rows={small ? 2 : 5} />;
    case 'choice':
      return <Radios {...common} hint={hint} legend={label} items={choicesOf(question, language)} small={small} />;
    case 'choices':
      return <Checkboxes {...common} hint={hint} legend={label} items={choicesOf(question, language)} small={small} />;
    case 'yes-no':
      return <Radios {...common} hint={hint} legend={label} items={YES_NO} inline small={small} />;
    case 'date':
      return <DateInput {...common} hint={hint} legend={label} />;
  }
}

const YES_NO: readonly Choice[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

/** The question in words; one that may be passed over says so, since nobody should give more than they must. */
export function labelOf({ label, required }: Pick<FieldQuestion, 'label' | 'required'>, language: Language): string {
  return required ? inLanguage(label, language) : `${inLanguage(label, language)} (optional)`;
}

function hasHelp({ hint, why, kind }: FieldQuestion): boolean {
  return Boolean(hint ?? why) || kind === 'long-text';
}

function Help({ question, language }: { question: FieldQuestion; language: Language }) {
  const lines = [question.hint, question.why].flatMap((words) => (words ? [inLanguage(words, language)] : []));
  const most = question.kind === 'long-text' ? [`Up to ${question.longest.toLocaleString('en-GB')} characters.`] : [];
  return <>{[...lines, ...most].join(' ')}</>;
}

function choicesOf(
  { options }: Extract<FieldQuestion, { kind: 'choice' | 'choices' }>,
  language: Language,
): readonly Choice[] {
  return options.map(({ value, label, hint }) => ({
    value,
    text: inLanguage(label, language),
    hint: hint && inLanguage(hint, language),
  }));
}
