import type { ComponentChild } from 'preact';
import { english, inLanguage, type Language } from '#modules/councils';
import type { AddressesFound, FieldQuestion } from '#modules/questions';
import { Checkboxes, type Choice, DateInput, type Errors, Radios, Textarea, TextInput, type Values } from '#ui';
import { isPartsQuestion, PartsField } from './parts-field.page.tsx';

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
  /** Typed for somebody else: the browser must not offer the details of whoever types. */
  isSomebodyElses?: boolean | undefined;
  /** Of an address: what was found by the postcode among its values. */
  found?: AddressesFound | undefined;
}

/** One question of a service as a field, the same on the web form and on the adviser's screen. */
export function QuestionField({ question, language = 'en', heading, values, ...props }: QuestionFieldProps) {
  const Field = FIELDS[question.kind];
  const hint = hasHelp(question) ? <Help question={question} language={language} /> : undefined;
  const { errors = {}, small, isSomebodyElses = false, found } = props;
  const shown = { name: question.id, hint, values, errors };
  return (
    <Field
      question={question}
      title={{ ...heading, text: labelOf(question, language) }}
      {...{ shown, language, small, isSomebodyElses, found }}
    />
  );
}

interface FieldProps {
  question: FieldQuestion;
  title: QuestionFieldProps['heading'] & { text: string };
  shown: { name: string; hint: ComponentChild; values: Values; errors: Errors };
  language: Language;
  small: boolean | undefined;
  isSomebodyElses: boolean;
  found: AddressesFound | undefined;
}

/** How each kind is drawn. A kind draws only questions of its own. */
const FIELDS: Record<FieldQuestion['kind'], (props: FieldProps) => ComponentChild> = {
  text: ({ title, shown }) => <TextInput {...shown} label={title} />,
  'long-text': ({ title, shown, small }) => <Textarea {...shown} label={title} rows={small ? 2 : 5} />,
  number: ({ question, title, shown }) => (
    <TextInput {...shown} label={title} inputmode="numeric" width={5} suffix={unitOf(question)} />
  ),
  money: ({ title, shown }) => <TextInput {...shown} label={title} inputmode="decimal" width={10} prefix="£" />,
  name: ({ title, shown, ...props }) => (
    <TextInput {...shown} label={title} autocomplete={own(props, 'name')} spellcheck={false} />
  ),
  email: ({ title, shown, ...props }) => (
    <TextInput {...shown} label={title} type="email" autocomplete={own(props, 'email')} spellcheck={false} />
  ),
  phone: ({ title, shown, ...props }) => (
    <TextInput {...shown} label={title} type="tel" autocomplete={own(props, 'tel')} width={20} />
  ),
  choice: ({ question, title, shown, language, small }) => (
    <Radios {...shown} legend={title} items={choicesOf(question, language)} small={small} />
  ),
  choices: ({ question, title, shown, language, small }) => (
    <Checkboxes {...shown} legend={title} items={choicesOf(question, language)} small={small} />
  ),
  'yes-no': ({ title, shown, small }) => <Radios {...shown} legend={title} items={YES_NO} inline small={small} />,
  declaration: ({ question, title, shown, language, small }) => (
    <Checkboxes {...shown} legend={title} items={statementOf(question, language)} small={small} />
  ),
  date: ({ title, shown }) => <DateInput {...shown} legend={title} />,
  'part-date': ({ title, shown }) => <DateInput {...shown} legend={title} items={MONTH_AND_YEAR} />,
  address: Parts,
  person: Parts,
  organisation: Parts,
  bank: Parts,
};

function Parts({ question, title, shown, ...props }: FieldProps) {
  if (!isPartsQuestion(question)) return null;
  const { isSomebodyElses, found } = props;
  return <PartsField {...shown} question={question} legend={title} {...{ isSomebodyElses, found }} />;
}

/** What the browser may fill in: what it knows of whoever types, where the question is about them. */
function own({ question, isSomebodyElses }: Pick<FieldProps, 'question' | 'isSomebodyElses'>, name: string) {
  return isSomebodyElses ? 'off' : question.prefill && name;
}

const unitOf = (question: FieldQuestion): string | undefined =>
  question.kind === 'number' && question.unit ? english(question.unit) : undefined;

function statementOf(question: FieldQuestion, language: Language): readonly Choice[] {
  return question.kind === 'declaration' ? [{ value: 'yes', text: inLanguage(question.statement, language) }] : [];
}

const MONTH_AND_YEAR = [
  { name: 'month', label: 'Month, if you know it' },
  { name: 'year', label: 'Year', width: 4 as const },
];

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

function choicesOf(question: FieldQuestion, language: Language): readonly Choice[] {
  if (question.kind !== 'choice' && question.kind !== 'choices') return [];
  return question.options.map(({ value, label, hint }) => ({
    value,
    text: inLanguage(label, language),
    hint: hint && inLanguage(hint, language),
  }));
}
