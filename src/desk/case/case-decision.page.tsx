import { type DecisionView, RESULTS, type Result } from '#modules/decisions';
import { Button, Details, Form, Tag, type TagColour, Textarea } from '#ui';
import { shortWhen } from '../../doors/when.ts';
import type { CasePageProps } from './case-page-props.ts';
import { DecideForm } from './decide-form.page.tsx';

const RESULT_NAMES: Readonly<Record<Result, [words: string, colour: TagColour]>> = {
  granted: ['Granted', 'green'],
  part: ['Granted in part', 'teal'],
  refused: ['Refused', 'red'],
  'more-needed': ['More needed', 'yellow'],
};

/** What was decided and by whom, what waits for a second officer, and the form to decide. */
export function CaseDecision(props: CasePageProps) {
  const { decisions, offers } = props;
  const { offer } = decisions;
  if (!offer && decisions.decisions.length === 0) return null;
  const waiting = decisions.decisions.find(({ state }) => state === 'proposed');
  const stands = decisions.decisions.find((one) => one.stands);
  return (
    <section class="fd-panel" aria-labelledby="decision">
      <h2 class="govuk-heading-m" id="decision">
        Decision
      </h2>
      {decisions.decisions.map((decision) => (
        <Decision key={decision.id} {...props} decision={decision} />
      ))}
      {offers.give ? <Next {...props} waiting={waiting} stands={stands} /> : null}
    </section>
  );
}

interface NextProps extends CasePageProps {
  waiting: DecisionView | undefined;
  stands: DecisionView | undefined;
}

/** What can be done now: a second officer first, then what follows a decision, or the decision itself. */
function Next({ waiting, stands, ...props }: NextProps) {
  if (waiting) return <Second {...props} decision={waiting} />;
  if (stands) return <AfterDecision {...props} decision={stands} />;
  return props.view.ending ? null : <DecideForm {...props} results={RESULTS} />;
}

type DecisionProps = CasePageProps & { decision: DecisionView };

function Decision({ decision, directory, now }: DecisionProps) {
  const [words, colour] = RESULT_NAMES[decision.result];
  const { zone } = directory.config.profile;
  const { state, note } = decision;
  return (
    <div>
      <h3 class="govuk-heading-s">
        {decision.number}. <Tag colour={state === 'made' ? colour : 'grey'}>{words}</Tag> {standingOf(decision)}
      </h3>
      <p class="govuk-body">{decision.reasons.map(sayReason).join(' ')}</p>
      {decision.amount === '' ? null : <p class="govuk-body">{decision.amount}</p>}
      {decision.words ? <p class="govuk-body fd-typed">{decision.words}</p> : null}
      {note ? <p class="fd-notice">{note}</p> : null}
      {decision.challengeInWords === '' ? null : <p class="govuk-body-s">{decision.challengeInWords}</p>}
      <Review decision={decision} zone={zone} now={now} />
      <p class="govuk-body-s fd-mute">
        {officersOf(decision)}, {shortWhen(decision.at, zone, now)}
      </p>
    </div>
  );
}

function standingOf({ state, stands, result, corrects }: DecisionView): string {
  if (state === 'proposed') return 'Waits for a second officer. Nothing has been sent.';
  if (state === 'sent-back') return 'Sent back';
  const isCorrected = !stands && result !== 'more-needed' ? 'Corrected since' : '';
  return [isCorrected, corrects === null ? '' : `Corrects decision ${corrects}`].filter(Boolean).join('. ');
}

const sayReason = ({ words, basis }: DecisionView['reasons'][number]): string =>
  basis === null ? words : `${words} (${basis})`;

function officersOf({ proposedBy, secondBy, state }: DecisionView): string {
  return [proposedBy.name, secondBy].filter(Boolean).join(state === 'sent-back' ? ', sent back by ' : ' and ');
}

function Review({ decision: { review }, zone, now }: { decision: DecisionView; zone: string; now: Date }) {
  if (!review) return null;
  const late = review.isLate ? ', late' : '';
  const how =
    review.state === 'open'
      ? `A review was asked for${late}. It is due ${shortWhen(review.dueAt, zone, now)}.`
      : `A review was asked for${late}, and the decision was ${review.state}.`;
  return (
    <p class="fd-notice">
      {how} {review.because}
    </p>
  );
}

function Second({ decision, view, hidden, errors, values }: DecisionProps) {
  const action = `/desk/cases/${view.reference}/second`;
  const about = { ...hidden, decision: decision.id };
  return (
    <>
      <Form action={action} hidden={about}>
        <Button name="act" value="agree">
          I agree: send it
        </Button>
      </Form>
      <Form action={action} hidden={about}>
        <Textarea values={values} errors={errors} name="second-words" label="Why it goes back" rows={2} />
        <Button name="act" value="send-back" look="secondary">
          Send it back
        </Button>
      </Form>
    </>
  );
}

function AfterDecision(props: DecisionProps) {
  const { decision, view, hidden, errors, values, decisions } = props;
  const action = `/desk/cases/${view.reference}/second`;
  const isOpen = decision.review?.state === 'open';
  const canAsk = decision.challenge?.kind === 'review' && !decision.review;
  const isWrong = Object.keys(errors).some((field) => field.startsWith('decision-'));
  return (
    <>
      {isOpen || canAsk ? (
        <Details
          summary={isOpen ? 'The review is done: it stands' : 'They ask for a review'}
          open={errors['second-words'] !== undefined}
        >
          <Form action={action} hidden={hidden}>
            <Textarea
              values={values}
              errors={errors}
              name="second-words"
              label={isOpen ? 'Why it stands, as the customer will read it' : 'Why they think that it is wrong'}
              rows={2}
            />
            <Button name="act" value={isOpen ? 'uphold' : 'challenge'} look="secondary">
              {isOpen ? 'The decision stands' : 'Open a review'}
            </Button>
          </Form>
        </Details>
      ) : null}
      {decisions.offer ? (
        <Details summary="Correct this decision" open={isWrong}>
          <DecideForm {...props} results={RESULTS.filter((one) => one !== 'more-needed')} corrects={decision.id} />
        </Details>
      ) : null}
    </>
  );
}
