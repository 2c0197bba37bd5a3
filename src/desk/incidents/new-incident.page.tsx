import { english, type IncidentKind } from '#modules/councils';
import type { DeskShell } from '#platform/http/shell';
import { Button, DateInput, DeskPage, type Errors, Form, Link, Select, Textarea, TextInput, type Values } from '#ui';
import type { Directory } from '../../portal/directory.ts';
import { serviceName } from './incidents.page.tsx';

interface NewIncidentProps {
  shell: DeskShell;
  kind: IncidentKind;
  service: string;
  directory: Directory;
  /** The council's date now, `YYYY-MM-DD`: a round is nearly always today's. */
  today: string;
  hidden: Record<string, string>;
  errors: Errors;
  values: Values;
}

/** What happened, where, and the one message that everybody gets. */
export function NewIncidentPage(props: NewIncidentProps) {
  const { shell, kind, service, directory, hidden, errors } = props;
  const values = { message: english(kind.say), ...props.values };
  const shown = { values, errors };
  return (
    <DeskPage {...shell} title="Open an incident" errors={errors}>
      <p class="govuk-body">
        <Link href="/desk/incidents">Incidents</Link>
      </p>
      <h1 class="govuk-heading-l" id="what">
        {english(kind.name)}: {serviceName(directory, service)}
      </h1>
      <Form action="/desk/incidents" hidden={{ ...hidden, what: `${kind.slug}.${service}` }} class="fd-columns">
        <section class="fd-panel" aria-labelledby="said-title">
          <h2 class="govuk-heading-m" id="said-title">
            What happened
          </h2>
          <TextInput {...shown} name="title" label="In a few words, for colleagues" hint="Like: Lorry 14 broken down" />
          <Textarea
            {...shown}
            name="message"
            label="What everybody is told"
            hint="One message, to all who join. The date that is promised stands below it by itself."
            rows={4}
          />
        </section>
        <section class="fd-panel" aria-labelledby="where-title">
          <h2 class="govuk-heading-m" id="where-title">
            Where
          </h2>
          <p class="govuk-body">It speaks at every place that one of these names.</p>
          <Where {...props} values={values} />
          <Button>Open the incident</Button>
        </section>
      </Form>
    </DeskPage>
  );
}

function Where({ kind, directory, today, values, errors }: NewIncidentProps) {
  const [year = '', month = '', day = ''] = today.split('-');
  const date = { 'on-day': String(Number(day)), 'on-month': String(Number(month)), 'on-year': year };
  const shown = { values: { ...date, ...values }, errors };
  const rounds = [...directory.config.rounds.values()];
  return (
    <>
      {kind.scope === 'round' ? (
        <>
          <Select
            {...shown}
            name="round"
            label="Round"
            items={[
              { value: '', text: 'Not a round: the places below' },
              ...rounds.map(({ slug, name }) => ({ value: slug, text: english(name) })),
            ]}
          />
          <DateInput {...shown} name="on" legend="Day of the round" />
        </>
      ) : null}
      <Textarea {...shown} name="streets" label="Streets" hint="One a line, without numbers or town" rows={2} />
      <TextInput {...shown} name="postcodes" label="Postcodes" hint="With commas between" />
      <TextInput {...shown} name="wards" label="Wards" hint="By name, with commas between" />
    </>
  );
}
