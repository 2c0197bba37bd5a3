import type { ComponentChild } from 'preact';
import { PART_WORDS, type Question, type QuestionOf } from '#modules/questions';
import { DateInput, type Errors, Fieldset, type FieldsetProps, Hint, TextInput, type Values } from '#ui';

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
}

/** A question of several fields under one legend: an address, a person, an organisation, a bank account. */
export function PartsField({ question, legend, hint, values, errors, isSomebodyElses }: PartsFieldProps) {
  const { id } = question;
  const shown = { values, errors };
  return (
    <Fieldset legend={legend} describedBy={hint ? `${id}-hint` : undefined}>
      <Hint id={`${id}-hint`} hint={hint} />
      <Parts question={question} shown={shown} isSomebodyElses={isSomebodyElses} />
    </Fieldset>
  );
}

interface PartsProps {
  question: PartsQuestion;
  shown: { values: Values; errors: Errors };
  isSomebodyElses: boolean;
}

function Parts({ question, shown, isSomebodyElses }: PartsProps) {
  const { id } = question;
  switch (question.kind) {
    case 'address':
      return <AddressParts id={id} shown={shown} isOwn={question.prefill !== undefined && !isSomebodyElses} />;
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

function AddressParts({ id, shown, isOwn }: { id: string; shown: PartsProps['shown']; isOwn: boolean }) {
  const own = (name: string) => (isOwn ? name : 'off');
  return (
    <>
      <TextInput name={`${id}-line-1`} label="House and street" autocomplete={own('address-line1')} {...shown} />
      <TextInput name={`${id}-line-2`} label="Second line (optional)" autocomplete={own('address-line2')} {...shown} />
      <TextInput
        name={`${id}-town`}
        label="Town (optional)"
        autocomplete={own('address-level2')}
        width="two-thirds"
        {...shown}
      />
      <TextInput name={`${id}-postcode`} label="Postcode" autocomplete={own('postal-code')} width={10} {...shown} />
    </>
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
