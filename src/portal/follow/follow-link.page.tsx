import type { FollowedCase } from '#modules/cases';
import type { PublicShell } from '#platform/http/shell';
import { Button, Form, Link, PublicPage } from '#ui';

interface FollowLinkPageProps extends PublicShell {
  followed: FollowedCase;
  path: string;
  token: Record<string, string>;
}

/** Behind the link of a message: follow the report, or no longer. */
export function FollowLinkPage({ followed, path, token, ...shell }: FollowLinkPageProps) {
  const { reference, title, place } = followed;
  const question = titleOf(followed);
  return (
    <PublicPage {...shell} path="/follow" title={question} search={false}>
      <span class="govuk-caption-l">{[title, place].filter(Boolean).join(', ')}</span>
      <h1 class="govuk-heading-l">{question}</h1>
      <WhatToDo followed={followed} path={path} token={token} />
      <p class="govuk-body">
        <Link href={`/track/${reference}`}>See how report {reference} is going</Link>
      </p>
    </PublicPage>
  );
}

function titleOf({ following, canBeFollowed }: FollowedCase): string {
  if (following !== 'no') return 'You follow this report';
  return canBeFollowed ? 'Do you want to follow this report?' : 'This report cannot be followed any more';
}

function WhatToDo({ followed, path, token }: Pick<FollowLinkPageProps, 'followed' | 'path' | 'token'>) {
  const { following, canBeFollowed } = followed;
  if (following === 'concerned') {
    return <p class="govuk-body">You made this report, so we tell you how it goes.</p>;
  }
  if (following === 'follower') {
    return (
      <>
        <p class="govuk-body">We tell you by email when something changes.</p>
        <Form action={`${path}/end`} hidden={token}>
          <Button look="secondary">Send me no more messages</Button>
        </Form>
      </>
    );
  }
  if (!canBeFollowed) return <p class="govuk-body">It has ended, or it is not public any more.</p>;
  return (
    <>
      <p class="govuk-body">
        We tell you by email when something changes, until it is done. You do not follow it now, and get no messages.
      </p>
      <Form action={`${path}/confirmation`} hidden={token}>
        <Button>Follow this report</Button>
      </Form>
    </>
  );
}

/** The same words for a wrong link and for one that is over. */
export function FollowLinkEndedPage(shell: PublicShell) {
  return (
    <PublicPage {...shell} path="/follow" title="This link does not work any more" search={false}>
      <h1 class="govuk-heading-l">This link does not work any more</h1>
      <p class="govuk-body">
        To follow a report, <Link href="/track">look it up by its reference</Link> and choose “Follow this report”. The
        newest message about a report you follow has a link to end it.
      </p>
    </PublicPage>
  );
}
