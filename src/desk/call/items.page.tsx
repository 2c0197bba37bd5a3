import { english } from '#modules/councils';
import { type Answers, groupItems, type Step, sayAnswer } from '#modules/questions';
import { Button, ErrorMessage, Form, Link } from '#ui';
import type { ScriptProps } from './call-page-props.ts';
import { formAct } from './form-act.ts';

/** What was added to a step that repeats, each to be changed or taken away, and whether there is another. */
export function ItemsPart(props: ScriptProps & { step: Step }) {
  const { step, report, view, errors } = props;
  const { action, hidden } = formAct(props, 'more');
  const each = step.repeat ? english(step.repeat.each) : '';
  const items = groupItems(report.draft.state.answers[step.id]);
  return (
    <Form action={action} hidden={{ ...hidden, step: step.id, item: '' }} class="fd-questions">
      <h3 class="govuk-heading-s">{english(step.title)}</h3>
      <ul class="fd-rows">
        {items.map((item, index) => (
          <li key={item.id} class="fd-rows__row">
            <strong>
              {each.charAt(0).toUpperCase() + each.slice(1)} {index + 1}
            </strong>
            <span>{wordsOf(step, item.answers)}</span>
            <span>
              <Link href={`/desk/contacts/${view.contact.id}?step=${step.id}&item=${index}#call-script`}>
                Change
                <span class="govuk-visually-hidden">{` ${each} ${index + 1}`}</span>
              </Link>{' '}
              {items.length > 1 ? (
                <button type="submit" name="remove" value={item.id} class="fd-link-button">
                  Remove
                  <span class="govuk-visually-hidden">{` ${each} ${index + 1}`}</span>
                </button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {step.repeat ? <p class="fd-questions__ask">“{english(step.repeat.more)}”</p> : null}
      <ErrorMessage error={errors['more']} id="more-error" />
      <div class="fd-buttons">
        <Button name="more" value="no">
          No more
        </Button>
        <Button name="more" value="yes" look="secondary">
          Add another
        </Button>
      </div>
    </Form>
  );
}

function wordsOf(step: Step, answers: Answers): string {
  return step.questions
    .filter(({ id }) => id in answers)
    .map((question) => sayAnswer(question, answers[question.id]))
    .join(', ');
}
