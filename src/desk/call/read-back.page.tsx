import { english } from '#modules/councils';
import { type Ask, answersOn, sayAnswer } from '#modules/questions';
import { Link } from '#ui';
import type { ScriptProps } from './call-page-props.ts';
import { isTheirs } from './their-answer.ts';

/** Everything that was answered, to be read back, each step with a way to change it. */
export function ReadBack({ report, view }: ScriptProps) {
  const { walk, steps } = report.standing;
  return (
    <section aria-label="Read back">
      <p class="fd-questions__ask">“Let me read back what you told me.”</p>
      {steps.map(({ step }) => (
        <div key={step.id}>
          <h3 class="govuk-heading-s">
            {english(step.title)}{' '}
            <Link href={`/desk/contacts/${view.contact.id}?step=${step.id}#call-script`}>
              Change<span class="govuk-visually-hidden">: {english(step.title)}</span>
            </Link>
          </h3>
          <dl class="govuk-summary-list govuk-summary-list--no-border fd-facts fd-facts--wide">
            {walk.asks
              .filter((ask) => ask.step.id === step.id)
              .map((ask) => (
                <Answered key={ask.key} ask={ask} report={report} />
              ))}
          </dl>
        </div>
      ))}
    </section>
  );
}

function Answered({ ask, report }: { ask: Ask } & Pick<ScriptProps, 'report'>) {
  const given = answersOn(ask, report.draft.state.answers);
  const which = ask.item === null || !ask.step.repeat ? '' : ` (${english(ask.step.repeat.each)} ${ask.item + 1})`;
  return (
    <>
      {ask.questions.map((question) => (
        <div key={question.id} class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{`${english(question.label)}${which}`}</dt>
          <dd class="govuk-summary-list__value fd-typed">
            {sayAnswer(question, given[question.id])}
            {isTheirs(report, ask, question) ? <span class="fd-mute"> (their own answer, given online)</span> : null}
          </dd>
        </div>
      ))}
    </>
  );
}
