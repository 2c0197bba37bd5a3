import type { TrackedCase } from '#modules/cases';
import { Button, Form, Textarea } from '#ui';
import type { Directory } from '../directory.ts';
import { sayInstant } from '../say-when.ts';

interface WhenEndedProps {
  tracked: TrackedCase;
  token: Record<string, string>;
  now: Date;
  directory: Directory;
}

/** Is it fixed? Asked while the answer "no" opens the same report again. */
export function WhenEnded({ tracked, token, now, directory }: WhenEndedProps) {
  const { ending, reference, isSaidToBeFixed } = tracked;
  const until = ending?.reopenUntil;
  if (isSaidToBeFixed) return <p class="govuk-body">You said that it is fixed. Thank you.</p>;
  if (!until) return null;
  if (now >= until)
    return <p class="govuk-body">It is too late to open this report again. If it is not right, report it anew.</p>;
  return (
    <>
      <h2 class="govuk-heading-m">Is it fixed?</h2>
      {ending.reason ? <p class="govuk-body fd-typed">{ending.reason}</p> : null}
      <Form action={`/track/${reference}/confirmation`} hidden={token}>
        <Button look="secondary">It is fixed</Button>
      </Form>
      <Form action={`/track/${reference}/reopening`} hidden={token}>
        <Textarea
          name="text"
          label="What is not fixed?"
          hint={`If you tell us before ${sayInstant(until, directory.config.profile.zone)}, we open this report again with a new promise.`}
          rows={3}
        />
        <Button>It is not fixed</Button>
      </Form>
    </>
  );
}
