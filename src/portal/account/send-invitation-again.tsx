import { Button, Form, TextInput } from '#ui';

interface SendInvitationAgainProps {
  /** Who was invited and has not come yet. */
  of: { id: string; name: string; email: string };
  /** The address of their invitation. */
  path: string;
  token: Record<string, string>;
  error?: string | undefined;
}

/** An invitation that did not arrive goes out once more, to an address that can be put right. */
export function SendInvitationAgain({ of: { id, name, email }, path, token, error }: SendInvitationAgainProps) {
  return (
    <Form action={`${path}/email`} hidden={token}>
      <TextInput
        id={`email-${id}`}
        name="email"
        label={`Email address of ${name}`}
        hint="Is it right? We send the invitation again, and the one before stops working."
        type="email"
        value={email}
        spellcheck={false}
        error={error}
      />
      <Button look="secondary">Send it again</Button>
    </Form>
  );
}
