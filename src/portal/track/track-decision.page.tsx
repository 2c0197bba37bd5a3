import { type DecisionView, RESULT_WORDS, sayDay } from '#modules/decisions';
import { Button, type Errors, Form, Link, Textarea } from '#ui';
import { sayInstant } from '../say-when.ts';

interface TrackDecisionProps {
  reference: string;
  decisions: readonly DecisionView[];
  token: Record<string, string>;
  errors: Errors;
  zone: string;
  /** The council's calendar date. */
  today: string;
}

/** The decision that stands: what, why, on what it rests, and what can be done about it. */
export function TrackDecision({ decisions, ...props }: TrackDecisionProps) {
  const decision = decisions.find(({ stands }) => stands);
  if (!decision) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Our decision</h2>
      <p class="govuk-body">
        <strong>{RESULT_WORDS[decision.result]}</strong>
      </p>
      {decision.corrects === null ? null : (
        <p class="govuk-body">This takes the place of what we decided before, which was not right.</p>
      )}
      {decision.amount === '' ? null : <p class="govuk-body">It is {decision.amount}.</p>}
      <h3 class="govuk-heading-s">Why</h3>
      <ul class="govuk-list govuk-list--bullet">
        {decision.reasons.map(({ words, basis }) => (
          <li key={words}>
            {words}
            {basis === null ? '' : ` This rests on: ${basis}.`}
          </li>
        ))}
      </ul>
      {decision.words ? <p class="govuk-body fd-typed">{decision.words}</p> : null}
      <Challenge {...props} decision={decision} />
    </>
  );
}

type ChallengeProps = Omit<TrackDecisionProps, 'decisions'> & { decision: DecisionView };

function Challenge({ decision, reference, token, errors, zone, today }: ChallengeProps) {
  const { challenge, challengeUntil, review } = decision;
  if (!challenge) return null;
  const isOver = challengeUntil !== null && today > challengeUntil;
  return (
    <>
      <h3 class="govuk-heading-s">If you do not agree</h3>
      <p class="govuk-body">{challenge.words}</p>
      {challenge.to === undefined ? null : <p class="govuk-body">Who decides then: {challenge.to}.</p>}
      {challengeUntil === null ? null : <p class="govuk-body">You must do this by {sayDay(challengeUntil)}.</p>}
      {challenge.href === undefined ? null : (
        <p class="govuk-body">
          <Link href={challenge.href}>How to do it</Link>
        </p>
      )}
      {review ? <Review review={review} zone={zone} /> : null}
      {challenge.kind === 'review' && !review ? (
        <AskForReview reference={reference} token={token} errors={errors} isOver={isOver} />
      ) : null}
    </>
  );
}

interface AskForReviewProps extends Pick<ChallengeProps, 'reference' | 'token' | 'errors'> {
  isOver: boolean;
}

function AskForReview({ reference, token, errors, isOver }: AskForReviewProps) {
  if (isOver) {
    return (
      <p class="govuk-body">
        The time for this is over. If there was a good reason why you could not ask,{' '}
        <Link href="/contact">contact us</Link>.
      </p>
    );
  }
  return (
    <Form action={`/track/${reference}/review`} hidden={token}>
      <Textarea
        name="because"
        label="Why do you think that it is wrong? (optional)"
        hint="You do not have to give a reason. Somebody who did not decide it looks at it again."
        rows={3}
        errors={errors}
      />
      <Button preventDoubleClick>Ask us to look at it again</Button>
    </Form>
  );
}

function Review({ review, zone }: { review: NonNullable<DecisionView['review']>; zone: string }) {
  if (review.state === 'open') {
    return <p class="govuk-body">You asked us to look at it again. We answer by {sayInstant(review.dueAt, zone)}.</p>;
  }
  if (review.state === 'changed') return null;
  return <p class="govuk-body">We looked at it again, and it stands. {review.words ?? ''}</p>;
}
