import {
  AppCodeInput,
  AppKey,
  Button,
  ButtonLink,
  type CouncilFace,
  Details,
  type Errors,
  Form,
  PlainPage,
  RecoveryCodeList,
  SecondFactorInput,
} from '#ui';

interface SecondFactorPageProps {
  council: CouncilFace;
  hidden: Record<string, string>;
  errors?: Errors;
}

/** The second factor: a code of the app, or one of the recovery codes. */
export function SecondFactorPage({ council, hidden, errors }: SecondFactorPageProps) {
  return (
    <PlainPage council={council} title="Enter your code" errors={errors}>
      <Form action="/desk/sign-in/second-factor" hidden={hidden}>
        <h1 class="govuk-heading-l">Enter your code</h1>
        <SecondFactorInput errors={errors} />
        <Button>Sign in</Button>
        <Details summary="I do not have my phone">
          Type one of your recovery codes instead, such as 7KM3Q-X9TAB. Each works once. If you have none left, ask an
          administrator of Frontdoor at your council for a new link.
        </Details>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href="/desk/sign-in">
          Start again
        </a>
      </p>
    </PlainPage>
  );
}

interface EnrolmentPageProps extends SecondFactorPageProps {
  /** The square code as an image (`data:image/png`). */
  picture: string;
  /** The same key to type in. */
  typedKey: string;
}

/** Set the second factor up: scan or type the key, then show that it works. */
export function EnrolmentPage({ council, hidden, errors, picture, typedKey }: EnrolmentPageProps) {
  return (
    <PlainPage council={council} title="Set up your second check" errors={errors}>
      <h1 class="govuk-heading-l">Set up your second check</h1>
      <p class="govuk-body">
        A password alone does not keep residents’ records safe. You need an authenticator app on your phone: any of them
        works.
      </p>
      <h2 class="govuk-heading-m">1. Add Frontdoor to the app</h2>
      <p class="govuk-body">In the app, choose to add an account and scan this square.</p>
      <AppKey picture={picture} typedKey={typedKey} />
      <h2 class="govuk-heading-m">2. Show that it works</h2>
      <Form action="/desk/sign-in/enrolment" hidden={hidden}>
        <AppCodeInput errors={errors} />
        <Button>Continue</Button>
      </Form>
    </PlainPage>
  );
}

/** The way back without the phone. Shown this once. */
export function RecoveryCodesPage({
  council,
  codes,
  next,
}: {
  council: CouncilFace;
  codes: readonly string[];
  next: string;
}) {
  return (
    <PlainPage council={council} title="Keep your recovery codes">
      <h1 class="govuk-heading-l">Keep your recovery codes</h1>
      <p class="govuk-body">
        If you lose your phone, one of these codes gets you in. Each works once. Print them or keep them in a password
        manager: they are not shown again.
      </p>
      <RecoveryCodeList codes={codes} />
      <p class="govuk-body">
        <ButtonLink href={next}>I have kept them: open the desk</ButtonLink>
      </p>
    </PlainPage>
  );
}
