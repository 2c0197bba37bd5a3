import { type Errors, TextInput, type Values } from '#ui';

/** Whom an invitation goes to: a helper's, and that of somebody who is to act for an organisation. */
export function InviteeFields(shown: { values: Values; errors: Errors | undefined }) {
  return (
    <>
      <TextInput name="name" label="Their name" spellcheck={false} {...shown} />
      <TextInput
        name="email"
        label="Their email address"
        hint="We send them a link. They need an account with this address to say yes."
        type="email"
        spellcheck={false}
        {...shown}
      />
    </>
  );
}
