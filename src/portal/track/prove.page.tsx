import { Button, type Errors, Form, TextInput } from '#ui';

interface ProveProps {
  reference: string;
  token: Record<string, string>;
  errors: Errors;
}

/** A second fact, for what the reference alone does not show. */
export function Prove({ reference, token, errors }: ProveProps) {
  return (
    <>
      <h2 class="govuk-heading-m">See everything</h2>
      <Form action={`/track/${reference}/proof`} hidden={token}>
        <TextInput
          name="fact"
          label="Postcode, email address or phone number"
          hint="Where it is, or what you gave us. Then we can show the address, the photos and what was said."
          width={20}
          autocomplete="off"
          errors={errors}
        />
        <Button look="secondary">Show</Button>
      </Form>
    </>
  );
}
