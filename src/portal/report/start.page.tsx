import { english } from '#modules/councils';
import { questionsOf, type Transaction } from '#modules/services';
import type { PublicShell } from '#platform/http/shell';
import { Button, Form, InsetText, Link, PublicPage } from '#ui';
import type { Directory } from '../directory.ts';
import { DiversionList } from '../diversion-list.page.tsx';
import type { ReportPaths } from './report-paths.ts';

interface StartPageProps extends PublicShell {
  service: Transaction;
  directory: Directory;
  paths: ReportPaths;
  token: Record<string, string>;
  /** Where an unfinished report of this browser goes on. */
  goOn: string | undefined;
  /** The person whom they help, or the organisation, for which they ask now. */
  askingFor: string | undefined;
}

/** Before anything is typed: emergencies, what other bodies do, how long this takes. */
export function StartPage({ service, directory, paths, token, goOn, askingFor, ...shell }: StartPageProps) {
  const title = service.diversions.length > 0 ? 'Before you start' : english(service.name);
  return (
    <PublicPage {...shell} title={`${title}: ${english(service.name)}`} back={paths.service} search={false}>
      <span class="govuk-caption-l">{english(service.name)}</span>
      <h1 class="govuk-heading-l">Before you start</h1>
      {askingFor === undefined ? null : <AskingFor name={askingFor} token={token} back={paths.base} />}
      {goOn ? <Unfinished href={goOn} /> : null}
      {service.diversions.length > 0 ? <DiversionList diversions={service.diversions} directory={directory} /> : null}
      <h2 class="govuk-heading-m">{service.diversions.length > 0 ? 'None of these' : 'What you need'}</h2>
      <p class="govuk-body">
        It takes about {minutesFor(service)} minutes. You can check your answers before you send them
        {service.anonymous ? ', and you do not have to give your name.' : '.'}
      </p>
      <Form action={paths.base} hidden={token}>
        <Button preventDoubleClick>{goOn ? 'Start anew' : 'Continue'}</Button>
      </Form>
    </PublicPage>
  );
}

/** Nobody goes on asking for somebody else without knowing it. */
function AskingFor({ name, token, back }: { name: string; token: Record<string, string>; back: string }) {
  return (
    <InsetText>
      <p class="govuk-body">You ask for {name} now.</p>
      <Form action="/services/for-myself" hidden={{ ...token, back }}>
        <Button look="secondary">Ask for myself instead</Button>
      </Form>
    </InsetText>
  );
}

const SECONDS_A_QUESTION = 20;

/** From the number of questions; a short form takes three minutes too, with the reading. */
function minutesFor(service: Transaction): number {
  return Math.max(3, Math.round((questionsOf(service).length * SECONDS_A_QUESTION) / 60));
}

function Unfinished({ href }: { href: string }) {
  return (
    <div class="fd-card">
      <h2 class="govuk-heading-s">There is an unfinished form on this computer</h2>
      <p class="govuk-body">
        If it is yours, you can <Link href={href}>go on with it</Link>. If not, start anew: that clears the answers of
        the unfinished one.
      </p>
    </div>
  );
}
