import type { ComponentChild } from 'preact';
import { type AddressesFound, PART_WORDS, type Question, type QuestionOf } from '#modules/questions';
import { DateInput, type Errors, type FieldsetProps, QuestionGroup, TextInput, type Values } from '#ui';
import { AddressParts } from './address-parts.page.tsx';

type PartsQuestion = QuestionOf<'address' | 'person' | 'organisation' | 'bank'>;
const KINDS: readonly string[] = ['address', 'person', 'organisation', 'bank'] satisfies PartsQuestion['kind'][];

export const isPartsQuestion = (question: Question): question is PartsQuestion => KINDS.includes(question.kind);

interface PartsFieldProps {
  question: PartsQuestion;
  legend: FieldsetProps['legend'];
  hint: ComponentChild;
  values: Values;
  errors: Errors;
  isSomebodyElses: boolean;
  /** Of an address: what was found by its postcode. */
  found: AddressesFound | undefined;
}

/** A question of several fields under one legend: an address, a person, an organisation, a bank account. */
export function PartsField({ question, legend, hint, values, errors, ...props }: PartsFieldProps) {
  const { id } = question;
  return (
    <QuestionGroup id={id} legend={legend} hint={hint} error={errors[id]} fieldset={{ attrs: { id } }}>
      <Parts question={question} shown={{ values, errors }} {...props} />
    </QuestionGroup>
  );
}

interface PartsProps {
  question: PartsQuestion;
  shown: { values: Values; errors: Errors };
  isSomebodyElses: boolean;
  found: AddressesFound | undefined;
}

function Parts({ question, shown, isSomebodyElses, found }: PartsProps) {
  const { id } = question;
  switch (question.kind) {
    case 'address':
      return (
        <AddressParts
          question={question}
          shown={shown}
          isOwn={question.prefill !== undefined && !isSomebodyElses}
          found={found}
        />
      );
    case 'bank':
      return <BankParts id={id} shown={shown} />;
    case 'person':
    case 'organisation':
      return (
        <>
          {question.ask.map((part) => (
            <OnePart
              key={part}
              name={`${id}-${part}`}
              part={part}
              shown={shown}
              isOwn={isAboutYou(question) && !isSomebodyElses}
            />
          ))}
        </>
      );
  }
}

const isAboutYou = (question: PartsQuestion): boolean => question.kind === 'person' && question.about === 'you';

interface OnePartProps {
  name: string;
  part: keyof typeof PART_WORDS;
  shown: PartsProps['shown'];
  isOwn: boolean;
}

const AUTOCOMPLETE: Partial<Record<OnePartProps['part'], string>> = { name: 'name', email: 'email', phone: 'tel' };
const TYPES: Partial<Record<OnePartProps['part'], 'email' | 'tel'>> = { email: 'email', phone: 'tel' };

function OnePart({ name, part, shown, isOwn }: OnePartProps) {
  const { label, missing } = PART_WORDS[part];
  const words = missing === null ? `${label} (optional)` : label;
  if (part === 'born')
    return <DateInput name={name} legend={{ text: words, size: 's' }} hint="For example, 27 3 1958." {...shown} />;
  return (
    <TextInput
      name={name}
      label={words}
      type={TYPES[part]}
      autocomplete={isOwn ? AUTOCOMPLETE[part] : 'off'}
      spellcheck={false}
      {...shown}
    />
  );
}

function BankParts({ id, shown }: { id: string; shown: PartsProps['shown'] }) {
  return (
    <>
      <TextInput name={`${id}-holder`} label="Name on the account" autocomplete="off" spellcheck={false} {...shown} />
      <TextInput
        name={`${id}-sort-code`}
        label="Sort code"
        hint="6 digits, like 30 94 30"
        autocomplete="off"
        inputmode="numeric"
        width={5}
        {...shown}
      />
      <TextInput
        name={`${id}-account`}
        label="Account number"
        hint="6 to 8 digits"
        autocomplete="off"
        inputmode="numeric"
        width={10}
        {...shown}
      />
    </>
  );
}
