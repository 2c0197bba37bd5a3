import { type CouncilFace, PlainPage } from '#ui';

interface SingleSignOnProblemPageProps {
  council: CouncilFace;
  what: 'away' | 'failed' | 'not-known';
}

const WORDS = {
  away: {
    title: 'Work accounts cannot be reached',
    text: 'The system that holds your work account is not answering. You can still sign in with your password.',
  },
  failed: {
    title: 'Signing in was not completed',
    text: 'Your work account did not confirm who you are in time. Start again, or sign in with your password.',
  },
  'not-known': {
    title: 'You are not set up for the desk',
    text: 'Your work account is right, but nobody has added you to Frontdoor yet. Ask an administrator of Frontdoor at your council.',
  },
};

/** What went wrong with single sign-on, and the way that is left. */
export function SingleSignOnProblemPage({ council, what }: SingleSignOnProblemPageProps) {
  const { title, text } = WORDS[what];
  return (
    <PlainPage council={council} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{text}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/desk/sign-in">
          Go to sign in
        </a>
      </p>
    </PlainPage>
  );
}
