import {
  Button,
  ButtonLink,
  type CouncilFace,
  Details,
  type Errors,
  Form,
  InsetText,
  PasswordInput,
  PlainPage,
  TextInput,
  type Values,
} from '#ui';
import type { DemonstrationPerson } from './sign-in-as-demonstration.ts';

export interface SignInPageProps {
  council: CouncilFace;
  hidden: Record<string, string>;
  /** Set when the council has single sign-on: where it begins. */
  singleSignOnHref: string | undefined;
  /** Empty outside a demonstration. */
  people: readonly DemonstrationPerson[];
  /** Something that the person should know first: signed out, link used up. */
  notice?: string | undefined;
  values?: Values;
  errors?: Errors;
}

/** The way in for staff: single sign-on where there is one, a password, and in a demonstration its people. */
export function SignInPage({ council, hidden, singleSignOnHref, people, notice, values, errors }: SignInPageProps) {
  return (
    <PlainPage council={council} title="Sign in to the desk" errors={errors}>
      <h1 class="govuk-heading-l">Sign in to the desk</h1>
      {notice === undefined ? null : <InsetText>{notice}</InsetText>}
      {people.length > 0 ? <People people={people} hidden={hidden} /> : null}
      {singleSignOnHref === undefined ? null : (
        <p class="govuk-body">
          <ButtonLink href={singleSignOnHref}>Sign in with your work account</ButtonLink>
        </p>
      )}
      {people.length > 0 || singleSignOnHref !== undefined ? (
        <h2 class="govuk-heading-m">Sign in with a password</h2>
      ) : null}
      <Form action="/desk/sign-in" hidden={hidden}>
        <TextInput
          name="email"
          type="email"
          label="Work email address"
          autocomplete="username"
          spellcheck={false}
          values={values}
          errors={errors}
        />
        <PasswordInput name="password" label="Password" errors={errors} />
        <Button>Continue</Button>
      </Form>
      <Details summary="I cannot sign in">
        Ask an administrator of Frontdoor at your council for a new link. Nobody there can see or set your password.
      </Details>
    </PlainPage>
  );
}

function People({ people, hidden }: { people: readonly DemonstrationPerson[]; hidden: Record<string, string> }) {
  return (
    <>
      <h2 class="govuk-heading-m">Sign in as somebody of the demonstration</h2>
      <Form action="/desk/sign-in" hidden={hidden} class="fd-people">
        <ul class="fd-people__list">
          {people.map(({ slug, name, jobTitle }) => (
            <li key={slug}>
              <button type="submit" name="person" value={slug} class="fd-people__person">
                <span class="fd-people__name">{name}</span> <span class="fd-people__job">{jobTitle}</span>
              </button>
            </li>
          ))}
        </ul>
      </Form>
    </>
  );
}
