import { english } from '#modules/councils';
import type { Ask } from '#modules/questions';
import { Button, Link, Radios } from '#ui';
import type { Added } from './added.ts';
import type { OpenReport } from './on-report.ts';
import { pageBefore } from './report-steps.ts';
import { StepPage, TAKES_AWAY } from './step-page.tsx';

interface MorePageProps {
  report: OpenReport;
  ask: Ask;
  added: readonly Added[];
  error?: string | undefined;
}

/** What was added so far, and whether there is another. */
export function MorePage({ report, ask, added, error }: MorePageProps) {
  const { step } = ask;
  const each = step.repeat ? english(step.repeat.each) : '';
  const errors = error === undefined ? {} : { more: error };
  return (
    <StepPage
      report={report}
      question={english(step.title)}
      back={pageBefore(report, report.paths, ask)}
      errors={errors}
      takesAway
    >
      {() => (
        <>
          <h1 class="govuk-heading-l">{english(step.title)}</h1>
          <dl class="govuk-summary-list">
            {added.map(({ id, index, words, key }) => (
              <div key={key} class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">
                  {each.charAt(0).toUpperCase() + each.slice(1)} {index + 1}
                </dt>
                <dd class="govuk-summary-list__value fd-typed">{words}</dd>
                <dd class="govuk-summary-list__actions">
                  <Link href={report.paths.question(key)}>
                    Change
                    <span class="govuk-visually-hidden">
                      {' '}
                      {each} {index + 1}
                    </span>
                  </Link>{' '}
                  <Button look="secondary" name="remove" value={id} attrs={TAKES_AWAY}>
                    Remove
                    <span class="govuk-visually-hidden">
                      {' '}
                      {each} {index + 1}
                    </span>
                  </Button>
                </dd>
              </div>
            ))}
          </dl>
          <Radios
            name="more"
            legend={{ text: step.repeat ? english(step.repeat.more) : '', size: 'm' }}
            inline
            errors={errors}
            items={[
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'No' },
            ]}
          />
        </>
      )}
    </StepPage>
  );
}
