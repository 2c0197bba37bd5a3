import { english } from '#modules/councils';
import { fillValues, type OtherHelp, type Outcome } from '#modules/questions';
import { formOf } from '#modules/services';
import { Button, Form, Link } from '#ui';
import type { ScriptProps } from './call-page-props.ts';
import { formAct } from './form-act.ts';

/** A result to be said: the reason in plain words, what it rests on, the other help there is; then on, or the end. */
export function ResultPart({ outcome, ...props }: ScriptProps & { outcome: Outcome }) {
  const { report } = props;
  const { action, hidden } = formAct(props, 'result');
  const say = (words: Outcome['title']) =>
    fillValues(formOf(report.service), english(words), report.standing.walk.values);
  return (
    <Form action={action} hidden={{ ...hidden, result: outcome.id }} class="fd-notice">
      <p class="govuk-body">
        <strong>Say: “{say(outcome.title)}”</strong>
      </p>
      {outcome.reason.map((words) => (
        <p key={english(words)} class="govuk-body">
          “{say(words)}”
        </p>
      ))}
      {outcome.basis === undefined ? null : <p class="fd-mute">This rests on: {outcome.basis}.</p>}
      {outcome.help.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet" aria-label="Other help to name">
          {outcome.help.map((help) => (
            <li key={english(help.text)}>
              <Help help={help} {...props} />
            </li>
          ))}
        </ul>
      ) : null}
      <div class="fd-buttons">
        {outcome.mayGoOn ? (
          <Button name="next" value="on">
            Told: they want to go on
          </Button>
        ) : null}
        <Button name="next" value="end" look={outcome.mayGoOn ? 'secondary' : 'primary'}>
          Told: end the form here
        </Button>
      </div>
    </Form>
  );
}

function Help({ help, view }: ScriptProps & { help: OtherHelp }) {
  if ('service' in help) return <Link href={`/services/${help.service}`}>{english(help.text)}</Link>;
  if ('href' in help) return <Link href={help.href}>{english(help.text)}</Link>;
  const point = view.directory.config.contactPoints.get(help.contact);
  return (
    <>
      {english(help.text)}
      {point ? `: ${english(point.name)}, ${point.address}` : ''}
    </>
  );
}
