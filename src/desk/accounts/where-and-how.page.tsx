import { type Errors, Radios, TextInput, type Values } from '#ui';
import { HOW_WORDS } from './how-words.ts';

interface WhereAndHowProps {
  hint: string;
  values: Values;
  errors: Errors;
}

/** Where a link into the account goes, and how the one who sends it is with the customer. */
export function WhereAndHow({ hint, ...shown }: WhereAndHowProps) {
  return (
    <>
      <TextInput {...shown} name="address" label="Email address or mobile number" hint={hint} spellcheck={false} />
      <Radios
        {...shown}
        name="how"
        legend="How are you with them?"
        small
        items={(['phone', 'counter', 'hub', 'chat'] as const).map((value) => ({ value, text: HOW_WORDS[value] }))}
      />
    </>
  );
}
