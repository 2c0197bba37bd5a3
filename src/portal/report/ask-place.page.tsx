import { english } from '#modules/councils';
import type { Question } from '#modules/questions';

import { type Errors, Link, TextInput, UseMyLocation } from '#ui';
import type { OpenReport } from './on-report.ts';
import { pageBefore } from './report-steps.ts';
import { KeepAsItIs, StepPage } from './step-page.tsx';

interface AskPlacePageProps {
  report: OpenReport;
  question: Extract<Question, { kind: 'place' }>;
  typed: string;
  error?: string | undefined;
  /** Another place is kept already, chosen in another window. */
  isKept?: boolean;
}

/** Where is it? */
export function AskPlacePage({ report, question, typed, error, isKept = false }: AskPlacePageProps) {
  const isHousehold = report.service.place === 'household';
  const errors: Errors = error === undefined ? {} : { [question.id]: error };
  return (
    <StepPage
      report={report}
      question={english(question.label)}
      back={pageBefore(report, report.paths, { key: question.id })}
      errors={errors}
      after={isKept ? <KeepAsItIs report={report} /> : null}
    >
      {(heading) => (
        <>
          <TextInput
            name={question.id}
            label={
              isHousehold ? { text: <PostcodeLabel heading={heading.text} />, size: 'l', isPageHeading: true } : heading
            }
            hint={hintOf(question, isHousehold)}
            values={{ [question.id]: typed }}
            errors={errors}
            width={isHousehold ? 10 : undefined}
            autocomplete={isHousehold ? 'postal-code' : undefined}
            autocapitalize={isHousehold ? 'characters' : undefined}
          />
          {isHousehold ? null : <HereIAm error={error} paths={report.paths} />}
        </>
      )}
    </StepPage>
  );
}

function PostcodeLabel({ heading }: { heading: string }) {
  return (
    <>
      {heading}
      <span class="govuk-visually-hidden"> Enter the postcode</span>
    </>
  );
}

function hintOf({ hint }: AskPlacePageProps['question'], isHousehold: boolean): string {
  const words = hint ? english(hint) : '';
  return isHousehold ? words || 'Enter the postcode, for example RM17 6SL' : words || 'A postcode or a street name.';
}

function HereIAm({ error, paths }: { error: string | undefined; paths: OpenReport['paths'] }) {
  return (
    <>
      <input type="hidden" name="latitude" value="" />
      <input type="hidden" name="longitude" value="" />
      <UseMyLocation latitude="latitude" longitude="longitude" />
      {error === undefined ? null : (
        <p class="govuk-body">
          If we cannot find it, <Link href={paths.describePlace}>tell us in your own words where it is</Link>.
        </p>
      )}
    </>
  );
}
