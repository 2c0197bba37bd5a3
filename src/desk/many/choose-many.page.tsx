import type { BulkPreview, BulkRun } from '#modules/cases';
import { english } from '#modules/councils';
import { isReport } from '#modules/services';
import type { TeamName } from '#modules/staff';
import type { DeskShell } from '#platform/http/shell';
import {
  Button,
  CountedHeading,
  DeskPage,
  EmptyState,
  type Errors,
  Filters,
  Form,
  Link,
  Select,
  Table,
  Textarea,
  TextInput,
  type Values,
} from '#ui';
import { shortWhen } from '../../doors/when.ts';
import type { Directory } from '../../portal/directory.ts';
import { DueInput } from '../due-input.page.tsx';
import { hiddenChoice, type ManyChoice, wardsOf } from './many-scope.ts';

export interface ChooseManyProps {
  shell: DeskShell;
  choice: ManyChoice;
  /** Null while nothing is chosen, or too much. */
  preview: BulkPreview | null;
  /** Why there is nothing to go on with. */
  problem: string | null;
  runs: readonly BulkRun[];
  directory: Directory;
  teams: readonly TeamName[];
  hidden: Record<string, string>;
  errors: Errors;
  values: Values;
  now: Date;
}

/** Which cases, and what their people are told: the first step of a storm day. */
export function ChooseManyPage(props: ChooseManyProps) {
  const { shell, choice, preview, problem, errors } = props;
  return (
    <DeskPage {...shell} title="Write to many" errors={errors}>
      <h1 class="govuk-heading-l">Write to the people of many cases</h1>
      {choice.cases.length > 0 ? (
        <p class="govuk-body">
          The cases that you ticked. <Link href="/desk/work/many">Choose by service, team or ward instead</Link>
        </p>
      ) : (
        <Narrow {...props} />
      )}
      {problem ? <EmptyState title={problem} /> : null}
      {preview ? <Chosen {...props} preview={preview} /> : null}
      <Runs {...props} />
    </DeskPage>
  );
}

function Narrow({ choice, directory, teams }: ChooseManyProps) {
  const services = [...directory.catalogue.services.values()].map(({ service }) => service).filter(isReport);
  const any = { value: '', text: 'Any' };
  return (
    <Filters action="/desk/work/many">
      <Select
        name="service"
        label="Service"
        value={choice.service}
        items={[any, ...services.map(({ slug, name }) => ({ value: slug, text: english(name) }))]}
      />
      <Select
        name="team"
        label="Team"
        value={choice.team}
        items={[any, ...teams.filter(({ kind }) => kind === 'team').map(({ id, name }) => ({ value: id, text: name }))]}
      />
      <Select
        name="ward"
        label="Ward"
        value={choice.ward}
        items={[any, ...wardsOf(directory.config.profile).map(({ code, name }) => ({ value: code, text: name }))]}
      />
      <TextInput name="from" type="date" label="Opened from" value={choice.from} width={10} />
      <TextInput name="to" type="date" label="Opened to" value={choice.to} width={10} />
    </Filters>
  );
}

const END_OF_DAY = '5pm';

function Chosen({ preview, choice, hidden, errors, values }: ChooseManyProps & { preview: BulkPreview }) {
  const shown = { values, errors };
  return (
    <div class="fd-columns">
      <section class="fd-panel" aria-labelledby="which-title">
        <div id="which-title">
          <CountedHeading count={preview.cases}>Open cases</CountedHeading>
        </div>
        <div class="fd-scroll">
          <Table
            head={['Case', 'Service', 'Where']}
            rows={preview.sample.map(({ reference, title, place }) => [
              <Link key={reference} href={`/desk/cases/${reference}`}>
                {reference}
              </Link>,
              title,
              { text: place ?? '', class: 'fd-wrap' },
            ])}
          />
        </div>
        {preview.cases > preview.sample.length ? (
          <p class="fd-mute">and {(preview.cases - preview.sample.length).toLocaleString('en-GB')} more</p>
        ) : null}
      </section>
      <section class="fd-panel" aria-labelledby="say-title">
        <h2 class="govuk-heading-m" id="say-title">
          What they are told
        </h2>
        <Form action="/desk/work/many/preview" hidden={{ ...hidden, ...hiddenChoice(choice) }}>
          <Textarea {...shown} name="message" label="One message to everybody" rows={4} />
          <DueInput
            {...shown}
            name="due"
            legend="A later date for their promises (optional)"
            hint="Only what is not due yet can move."
            time={END_OF_DAY}
          />
          <Button>Look at it first</Button>
        </Form>
      </section>
    </div>
  );
}

function Runs({ runs, directory, now }: ChooseManyProps) {
  if (runs.length === 0) return null;
  const { zone } = directory.config.profile;
  return (
    <section class="fd-panel" aria-labelledby="runs-title">
      <h2 class="govuk-heading-m" id="runs-title">
        The latest
      </h2>
      <ul class="fd-rows">
        {runs.map(({ id, madeAt, madeBy, cases, done, finishedAt, message }) => (
          <li key={id} class="fd-rows__row">
            <Link class="fd-rows__main" href={`/desk/work/many/${id}`}>
              {shortWhen(madeAt, zone, now)}
            </Link>
            <span>{madeBy}</span>
            <span class="fd-numeric">{finishedAt ? `${cases} cases` : `${done} of ${cases} cases`}</span>
            <span class="fd-mute">{message.slice(0, SHOWN)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const SHOWN = 100;
