import type { ComponentChildren } from 'preact';
import { english } from '#modules/councils';
import { Button, type Errors, Form, QuestionPage, type QuestionPageProps } from '#ui';
import type { OpenReport } from './on-report.ts';

interface StepPageProps extends Pick<QuestionPageProps, 'multipart' | 'continueText' | 'hint' | 'children'> {
  report: OpenReport;
  question: string;
  back: string;
  errors?: Errors | undefined;
  action?: string | undefined;
  after?: ComponentChildren;
}

/** A page of a report: the question, the way on, the way back, and a way to leave nothing behind. */
export function StepPage({ report, after, ...props }: StepPageProps) {
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
          <ClearAnswers report={report} />
        </>
      }
    />
  );
}

/** For a computer that others use: forget everything and go. */
export function ClearAnswers({ report: { paths, hidden } }: { report: Pick<OpenReport, 'paths' | 'hidden'> }) {
  return (
    <Form action={paths.clearance} hidden={hidden} class="fd-clear-answers">
      <Button look="secondary">Clear my answers and leave</Button>
    </Form>
  );
}
