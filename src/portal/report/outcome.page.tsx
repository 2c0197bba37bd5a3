import { type ContactPoint, english } from '#modules/councils';
import { type Ask, fillValues, type OtherHelp, type Outcome, type Walk } from '#modules/questions';
import { formOf } from '#modules/services';
import { Button, Form, InsetText, Link, PublicPage } from '#ui';
import { FiguresUsed } from './figures.page.tsx';
import type { OpenReport } from './on-report.ts';
import { ClearAnswers } from './step-page.tsx';

interface OutcomePageProps {
  report: OpenReport;
  outcome: Outcome;
  values: Walk['values'];
  last: Ask | undefined;
  /** Answers were changed in another window since this was read. */
  isChanged?: boolean;
}

/** A result: the reason in plain words, what it rests on, and the other help there is. Nobody is left at a wall. */
export function OutcomePage({ report, outcome, values, last, isChanged = false }: OutcomePageProps) {
  const { paths, service, directory } = report;
  const say = (words: Outcome['title']) => fillValues(formOf(service), english(words), values);
  const back = last ? paths.question(last.key) : paths.base;
  return (
    <PublicPage {...report.shell} title={say(outcome.title)} back={back} search={false}>
      <span class="govuk-caption-l">{english(service.name)}</span>
      <h1 class="govuk-heading-l">{say(outcome.title)}</h1>
      {isChanged ? (
        <InsetText>You changed an answer in another window. This is what your answers lead to now.</InsetText>
      ) : null}
      {outcome.reason.map((words) => (
        <p key={english(words)} class="govuk-body">
          {say(words)}
        </p>
      ))}
      {outcome.basis === undefined ? null : <InsetText>This rests on: {outcome.basis}.</InsetText>}
      <FiguresUsed report={report} />
      {outcome.help.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">Other help</h2>
          <ul class="govuk-list govuk-list--bullet">
            {outcome.help.map((help) => (
              <li key={english(help.text)}>
                <Help help={help} points={directory.config.contactPoints} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {outcome.mayGoOn ? (
        <Form action={paths.outcome(outcome.id)} hidden={report.hidden}>
          <Button preventDoubleClick>Go on</Button>
        </Form>
      ) : (
        <p class="govuk-body">
          If something is not right, <Link href={back}>go back and change your answer</Link>. You can always ask us:{' '}
          <Link href="/contact">contact us</Link>.
        </p>
      )}
      <ClearAnswers report={report} />
    </PublicPage>
  );
}

function Help({ help, points }: { help: OtherHelp; points: ReadonlyMap<string, ContactPoint> }) {
  if ('service' in help) return <Link href={`/services/${help.service}`}>{english(help.text)}</Link>;
  if ('href' in help) return <Link href={help.href}>{english(help.text)}</Link>;
  const point = points.get(help.contact);
  return (
    <>
      {english(help.text)}: {point ? `${english(point.name)}, ${point.address}` : null}
    </>
  );
}
