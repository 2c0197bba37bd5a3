import type { ComponentChildren } from 'preact';
import { english } from '#modules/councils';
import { Button, type Errors, Form, Link, QuestionPage, type QuestionPageProps } from '#ui';
import type { OpenReport } from './on-report.ts';

const TAKE_AWAY = 'take-away';

/**
 * For a button that takes something away. It belongs to a form of its own: Enter in a field presses the first button of
 * the field's form, and that must never be this one.
 */
export const TAKES_AWAY = { form: TAKE_AWAY };

interface StepPageProps extends Pick<QuestionPageProps, 'multipart' | 'continueText' | 'hint' | 'children'> {
  report: OpenReport;
  question: string;
  back: string;
  errors?: Errors | undefined;
  action?: string | undefined;
  after?: ComponentChildren;
  /** The page has buttons that take something away (`TAKES_AWAY`). */
  takesAway?: boolean;
}

/** A page of a report: the question, the way on, the way back, and a way to leave nothing behind. */
export function StepPage({ report, after, takesAway = false, ...props }: StepPageProps) {
  return (
    <QuestionPage
      {...report.shell}
      {...props}
      caption={english(report.service.name)}
      hidden={report.hidden}
      search={false}
      after={
        <>
          {after}
          {takesAway ? (
            <Form id={TAKE_AWAY} hidden={report.hidden}>
              {null}
            </Form>
          ) : null}
          <SaveForLater report={report} />
          <ClearAnswers report={report} />
        </>
      }
    />
  );
}

/** For whoever finds that it was answered in another window: what is kept stands, and on. */
export function KeepAsItIs({ report: { paths } }: { report: Pick<OpenReport, 'paths'> }) {
  return (
    <p class="govuk-body">
      <Link href={paths.goOn}>Keep what is there already and go on</Link>
    </p>
  );
}

/** A longer form can be gone on with another day; a report takes three minutes. */
function SaveForLater({ report: { service, paths } }: { report: OpenReport }) {
  if (service.kind === 'report') return null;
  return (
    <p class="govuk-body">
      <Link href={paths.later}>Save and come back later</Link>
    </p>
  );
}

/** For a computer that others use: forget everything and go. */
interface ClearAnswersProps {
  report: Pick<OpenReport, 'paths' | 'hidden'>;
  words?: string;
}

export function ClearAnswers({ report: { paths, hidden }, words = 'Clear my answers and leave' }: ClearAnswersProps) {
  return (
    <Form action={paths.clearance} hidden={hidden} class="fd-clear-answers">
      <Button look="secondary">{words}</Button>
    </Form>
  );
}
