import { english } from '#modules/councils';
import { isFieldQuestion } from '#modules/questions';
import { Button, Form, Link } from '#ui';
import type { ScriptProps } from './call-page-props.ts';
import { markOf, STOOD_FIELD } from './changed-meanwhile.ts';
import { EvidenceParts } from './evidence.page.tsx';
import { formAct } from './form-act.ts';
import { ItemsPart } from './items.page.tsx';
import { Questions } from './questions.page.tsx';
import { ReadBack } from './read-back.page.tsx';
import { ResultPart } from './result.page.tsx';
import { MustTell, WhoAnswers } from './who-answers.page.tsx';

/** What is asked: a report on one screen with its end; an application step by step, with the way there. */
export function FormParts(props: ScriptProps) {
  const { report } = props;
  const { screen } = report.standing;
  if (report.service.kind === 'report') return <ReportForm {...props} />;
  return (
    <>
      <Steps {...props} />
      {screen.kind === 'step' ? <StepForm {...props} /> : null}
      {screen.kind === 'items' ? <ItemsPart {...props} step={screen.step} /> : null}
      {screen.kind === 'result' ? <ResultPart {...props} outcome={screen.outcome} /> : null}
      {screen.kind === 'end' ? <EndForm {...props} /> : null}
      <WorkedOut {...props} />
    </>
  );
}

const STATE_WORDS = { done: 'done', now: 'now', next: 'to come' } as const;

/** The steps, with a way back to each that was answered. */
function Steps({ report, view }: ScriptProps) {
  const { steps } = report.standing;
  return (
    <nav aria-label="Steps of this form">
      <ol class="fd-form-steps">
        {steps.map(({ step, state }) => (
          <li key={step.id} aria-current={state === 'now' ? 'step' : undefined}>
            {state === 'done' ? (
              <Link href={`/desk/contacts/${view.contact.id}?step=${step.id}#call-script`}>{english(step.title)}</Link>
            ) : (
              english(step.title)
            )}{' '}
            <span class="fd-mute">{STATE_WORDS[state]}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function ReportForm(props: ScriptProps) {
  const { screen } = props.report.standing;
  return (
    <Form {...formAct(props, 'case')} class="fd-questions" multipart>
      {screen.kind === 'step' ? <Questions {...props} screen={screen} /> : null}
      <WhoAnswers {...props} />
      <MustTell {...props} />
      <Button preventDoubleClick>Open the case</Button>
    </Form>
  );
}

function StepForm(props: ScriptProps) {
  const { screen } = props.report.standing;
  if (screen.kind !== 'step') return null;
  const { step, item } = screen;
  const { action, hidden } = formAct(props, 'answers');
  const stood = markOf(props.report.draft, screen);
  const each = item === null || !step.repeat ? '' : ` (${english(step.repeat.each)} ${item + 1})`;
  return (
    <Form
      action={action}
      hidden={{ ...hidden, step: step.id, item: item === null ? '' : String(item), [STOOD_FIELD]: stood }}
      class="fd-questions"
      multipart={screen.questions.some(({ question }) => !isFieldQuestion(question))}
    >
      <h3 class="govuk-heading-s">{`${english(step.title)}${each}`}</h3>
      {step.intro ? <p class="fd-questions__ask">“{english(step.intro)}”</p> : null}
      <Questions {...props} screen={screen} />
      <Button preventDoubleClick>Save and go on</Button>
    </Form>
  );
}

/** Everything was asked: read it back, say who answered, send it. */
function EndForm(props: ScriptProps) {
  return (
    <>
      <ReadBack {...props} />
      <Form {...formAct(props, 'case')} class="fd-questions" multipart>
        <EvidenceParts {...props} />
        <WhoAnswers {...props} />
        <MustTell {...props} />
        <Button preventDoubleClick>Send it and open the case</Button>
      </Form>
    </>
  );
}

function WorkedOut({ report: { workedOut } }: ScriptProps) {
  if (workedOut.length === 0) return null;
  return (
    <ul class="govuk-list" aria-label="Worked out so far">
      {workedOut.map(({ label, words }) => (
        <li key={label}>
          <span class="fd-mute">Worked out:</span> {label}: <strong>{words}</strong>
        </li>
      ))}
    </ul>
  );
}
