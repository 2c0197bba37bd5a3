import { Button, Form, Link, PublicPage } from '#ui';
import { chosenContainers, containerQuestion } from './containers.ts';
import type { KnownThing } from './known-thing.ts';
import type { OpenReport } from './on-report.ts';
import { placeOf } from './place-of.ts';
import { placeQuestion } from './report-steps.ts';
import { ClearAnswers } from './step-page.tsx';

interface KnownPageProps {
  report: OpenReport;
  things: readonly KnownThing[];
}

/** "This is what we know": what the crew wrote down, or what is open already, before anything more is asked. */
export function KnownPage({ report, things }: KnownPageProps) {
  const { service, paths, shell } = report;
  const place = placeQuestion(service);
  const says = [...new Set(things.map(({ say }) => say))];
  return (
    <PublicPage
      {...shell}
      title="This is what we know"
      back={place ? paths.question(place.id) : paths.base}
      search={false}
    >
      <span class="govuk-caption-l">{placeOf(report)?.text}</span>
      <h1 class="govuk-heading-l">This is what we know</h1>
      {says.map((say) => (
        <div key={say} class="govuk-inset-text">
          {say}
        </div>
      ))}
      <WaysOn report={report} things={things} />
      <ClearAnswers report={report} />
    </PublicPage>
  );
}

function WaysOn({ report, things }: KnownPageProps) {
  const { service, state, paths, directory, hidden } = report;
  const asked = containerQuestion(service, directory.config.containers);
  const isChosen = chosenContainers(asked, state.answers) !== null;
  const acts = new Set(things.map(({ act }) => act));
  const reference = things.find(({ act }) => act === 'follow')?.reference;
  const mayGoOn = !isChosen || !acts.has('stop');
  return (
    <>
      {reference ? (
        <p class="govuk-body">
          <Link href={`/track/${reference}`}>See how it is going</Link>
        </p>
      ) : null}
      {acts.has('dispute') ? <Dispute paths={paths} hidden={hidden} /> : null}
      {mayGoOn && !(isChosen && acts.has('dispute')) ? (
        <Form action={paths.known} hidden={hidden}>
          <Button look="secondary">{wayOnText(acts, asked !== undefined && !isChosen)}</Button>
        </Form>
      ) : null}
      {isChosen && asked ? (
        <p class="govuk-body">
          <Link href={paths.question(asked.id)}>Choose another bin</Link>
        </p>
      ) : null}
    </>
  );
}

function Dispute({ paths, hidden }: Pick<OpenReport, 'paths' | 'hidden'>) {
  return (
    <Form action={paths.known} hidden={hidden}>
      <p class="govuk-body">If that is not what happened, tell us. We look into it and come back.</p>
      <Button name="answer" value="dispute">
        That is not right: report it
      </Button>
    </Form>
  );
}

function wayOnText(acts: ReadonlySet<KnownThing['act']>, isBeforeContainers: boolean): string {
  if (isBeforeContainers) return 'Report a different bin';
  return acts.has('follow') ? 'Report something else here' : 'Go on with my report';
}
