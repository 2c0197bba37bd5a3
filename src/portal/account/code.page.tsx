import type { PublicShell } from '#platform/http/shell';
import { Button, type Errors, Form, InsetText, Link, PublicPage, TextInput } from '#ui';
import { Stuck } from './stuck.tsx';

export interface CodePageProps extends PublicShell {
  token: Record<string, string>;
  back: string;
  channel: 'email' | 'sms';
  /** As its owner writes it. */
  address: string;
  /** Where a mistyped address is put right: the page that asked for it. */
  changeHref: string;
  isSentAgain: boolean;
  /** A demonstration without a provider sends nothing; then the page itself says the code. */
  shownCode: string | undefined;
  errors?: Errors;
}

/** Type the code. If it does not come: again, elsewhere, or with a person's help. */
export function CodePage(props: CodePageProps) {
  const { token, back, channel, address, changeHref, isSentAgain, shownCode, errors, ...shell } = props;
  const hidden = { ...token, back };
  return (
    <PublicPage {...shell} title="Enter your code" search={false} errors={errors} back={changeHref}>
      <h1 class="govuk-heading-l">Enter your code</h1>
      <p class="govuk-body">
        {isSentAgain ? 'We have sent another code to ' : 'We have sent a code to '}
        <strong class="fd-wrap">{address}</strong>. It works for 15 minutes.
      </p>
      {shownCode === undefined ? null : (
        <InsetText>
          This is a demonstration, and nothing was sent. The code is <strong>{shownCode}</strong>.
        </InsetText>
      )}
      <Form action="/account/code" hidden={hidden}>
        <TextInput
          name="code"
          label="6-digit code"
          autocomplete="one-time-code"
          inputmode="numeric"
          spellcheck={false}
          width={10}
          errors={errors}
        />
        <Button>Continue</Button>
      </Form>
      <h2 class="govuk-heading-m">The code has not come?</h2>
      <p class="govuk-body">
        {channel === 'email' ? 'It can take a few minutes. Look in your junk mail too.' : 'It can take a few minutes.'}
      </p>
      <Form action="/account/code/again" hidden={hidden}>
        <Button look="secondary">Send another code</Button>
      </Form>
      <p class="govuk-body">
        Is {channel === 'email' ? 'the address' : 'the number'} not right?{' '}
        <Link href={changeHref}>Use another one</Link>.
      </p>
      <Stuck council={shell.council} summary="It still does not work" />
    </PublicPage>
  );
}

interface NamePageProps extends PublicShell {
  token: Record<string, string>;
  back: string;
  address: string;
  name?: string;
  errors?: Errors;
}

/** The code was right, and there is no account yet: one more fact makes it. */
export function NamePage({ token, back, address, name, errors, ...shell }: NamePageProps) {
  return (
    <PublicPage {...shell} title="What is your name?" search={false} errors={errors}>
      <Form action="/account/name" hidden={{ ...token, back }}>
        <h1 class="govuk-heading-l">What is your name?</h1>
        <p class="govuk-body">
          There is no account for <span class="fd-wrap">{address}</span> yet. Give your name, and we make one.
        </p>
        <TextInput
          name="name"
          label="Your name"
          autocomplete="name"
          spellcheck={false}
          values={{ name }}
          errors={errors}
        />
        <Button>Make my account</Button>
      </Form>
    </PublicPage>
  );
}
