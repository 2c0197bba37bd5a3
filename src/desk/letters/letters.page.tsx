import type { Letter } from '#modules/contacts';
import type { DeskShell } from '#platform/http/shell';
import { Button, Checkboxes, DeskPage, EmptyState, type Errors, Form, InsetText, Link, Pagination } from '#ui';
import { shortWhen } from '../../doors/when.ts';

interface LettersPageProps {
  shell: DeskShell;
  hidden: Record<string, string>;
  letters: readonly Letter[];
  /** How many were marked as posted a moment ago. */
  posted: number;
  /** Address of this page of the list: what is wrong is said on it. */
  hereHref: string;
  /** Address of the print of these letters. */
  printHref: string;
  /** Address of the list after these; null ends it. */
  nextHref: string | null;
  errors?: Errors | undefined;
  zone: string;
  now: Date;
}

/** Letters for those who have no email and no mobile, or like paper best: print, put into envelopes, say so. */
export function LettersPage(props: LettersPageProps) {
  const { shell, letters, posted, errors } = props;
  return (
    <DeskPage {...shell} title="Letters to post" errors={errors}>
      <p class="govuk-body">
        <Link href="/desk/outbox">Messages out</Link>
      </p>
      <h1 class="govuk-heading-l">Letters to post</h1>
      {posted > 0 ? (
        <InsetText>{posted === 1 ? '1 letter is' : `${String(posted)} letters are`} marked as posted.</InsetText>
      ) : null}
      {letters.length === 0 ? (
        <EmptyState title="No letter waits">
          <p class="govuk-body">Somebody who can only be written to on paper has a letter here when there is news.</p>
        </EmptyState>
      ) : (
        <Waiting {...props} />
      )}
    </DeskPage>
  );
}

function Waiting({ hidden, letters, hereHref, printHref, nextHref, errors, zone, now }: LettersPageProps) {
  return (
    <>
      <p class="govuk-body">
        A letter counts as sent, and a promise as told, only when you say that it is in the post.{' '}
        <Link href={printHref}>Print {letters.length === 1 ? 'this letter' : `these ${String(letters.length)}`}</Link>
      </p>
      <Form action={hereHref} hidden={hidden}>
        <Checkboxes
          name="letter"
          legend="Which are in the post?"
          small
          error={errors?.['letter']}
          items={letters.map(({ id, toName, to, subject, madeAt }) => ({
            value: id,
            text: `${toName ?? 'To the householder'}: ${subject ?? 'a letter'}`,
            hint: `${to}. Written ${shortWhen(madeAt, zone, now)}.`,
          }))}
        />
        {letters.map(({ id }) => (
          <input key={id} type="hidden" name="listed" value={id} />
        ))}
        <div class="fd-buttons">
          <Button>They are in the post</Button>
          {letters.length > 1 ? (
            <Button look="secondary" name="which" value="all">
              All {String(letters.length)} are in the post
            </Button>
          ) : null}
        </div>
      </Form>
      {nextHref === null ? null : <Pagination next={{ href: nextHref }} />}
    </>
  );
}
