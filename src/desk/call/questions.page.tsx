import { english } from '#modules/councils';
import { QuestionField } from '#modules/forms';
import { answeredValues, isFieldQuestion, type Question } from '#modules/questions';

import { Button, Form, Radios, TextInput, type Values } from '#ui';
import type { ScriptProps } from './call-page-props.ts';

/** Every question on one screen, spoken as the script has it; then the case. */
export function Questions(props: ScriptProps) {
  const { report, view, hidden, errors } = props;
  const { service } = report;
  const values = { ...answeredBefore(props), ...props.values };
  return (
    <Form action={`/desk/contacts/${view.contact.id}/case`} hidden={hidden} class="fd-questions">
      {service.questions.map((question) => (
        <Asked key={question.id} question={question} report={report} values={values} errors={errors} />
      ))}
      <WhoAnswers {...props} values={values} />
      <MustTell {...props} />
      <Button preventDoubleClick>Open the case</Button>
    </Form>
  );
}

function answeredBefore({ report }: ScriptProps): Values {
  const { service, draft } = report;
  const values = service.questions
    .filter(isFieldQuestion)
    .map((question) => answeredValues(question, draft.state.answers[question.id]));
  return Object.assign({}, ...values) as Values;
}

type AskedProps = Pick<ScriptProps, 'report' | 'values' | 'errors'> & { question: Question };

function Asked({ question, report, values, errors }: AskedProps) {
  if (!isFieldQuestion(question)) return null;
  const spoken = report.service.script.ask.find((one) => one.question === question.id);
  return (
    <div class={question.showIf ? 'fd-questions__if' : undefined}>
      {question.showIf ? <p class="fd-mute">{onlyIf(question, report.service.questions)}</p> : null}
      {spoken ? <p class="fd-questions__ask">“{english(spoken.words)}”</p> : null}
      <QuestionField question={question} heading={{ size: 's' }} small values={values} errors={errors} />
    </div>
  );
}

/** "Only if: Has rubbish been spilt in the street? Yes". The form shows it always, since it works without JavaScript. */
function onlyIf({ showIf, onlyIf: words }: Question, questions: readonly Question[]): string {
  if (showIf === undefined || typeof showIf === 'string') return words ? `Only if ${english(words)}` : '';
  const other = questions.find(({ id }) => id === showIf.question);
  if (!other) return '';
  const wanted = [showIf.is].flat().map((value) => sayValue(other, value));
  return `Only if “${english(other.label)}” is ${wanted.join(' or ')}`;
}

function sayValue(question: Question, value: string | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const option = 'options' in question ? question.options.find((one) => one.value === value) : undefined;
  return option ? english(option.label) : value;
}

function WhoAnswers({ view, errors, values }: ScriptProps) {
  const shown = { values, errors };
  return (
    <>
      {view.contact.customerId ? null : (
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Nobody is identified</legend>
          <TextInput {...shown} name="given-name" label="The name they give" />
          <div class="fd-pair">
            <TextInput
              {...shown}
              name="given-phone"
              label="Phone (optional)"
              value={
                typeof values['given-phone'] === 'string' ? values['given-phone'] : (view.contact.givenPhone ?? '')
              }
            />
            <TextInput {...shown} name="given-email" label="Email (optional)" />
          </div>
        </fieldset>
      )}
      <Radios
        {...shown}
        name="answered-by"
        legend={{ text: 'Who answers?', size: 's' }}
        small
        inline
        value={
          typeof values['answered-by'] === 'string' && values['answered-by'] !== '' ? values['answered-by'] : 'customer'
        }
        items={[
          { value: 'customer', text: 'The customer' },
          { value: 'helper', text: 'Somebody for them' },
        ]}
      />
      <TextInput {...shown} name="helper" label="Who, if somebody answers for them" />
    </>
  );
}

function MustTell({ report }: ScriptProps) {
  return (
    <div class="fd-script">
      <p>
        <strong>Tell them before the call ends</strong>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {report.service.mustTell.map((words) => (
          <li key={english(words)}>{english(words).replace(/\s*\{\{\w+\}\}/g, ' (shown once the case is open)')}</li>
        ))}
      </ul>
    </div>
  );
}
