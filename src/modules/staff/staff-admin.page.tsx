import type { Training } from '#modules/councils';
import type { DeskShell } from '#platform/http/shell';
import {
  Button,
  Checkboxes,
  CountedHeading,
  DeskPage,
  type Errors,
  Form,
  InsetText,
  Select,
  Table,
  Tag,
  TextInput,
  type Values,
} from '#ui';
import { ROLES } from './actor.ts';
import { ROLE_NAMES } from './role-names.ts';
import type { StaffRow, TeamRow } from './staff-list.ts';
import { TrainingPart } from './training.page.tsx';
import type { TrainingLine } from './training-of.ts';

interface Common {
  shell: DeskShell;
  hidden: Record<string, string>;
  values?: Values | undefined;
  errors?: Errors | undefined;
}

interface PeoplePageProps extends Common {
  people: readonly StaffRow[];
  teams: readonly TeamRow[];
}

/** Everybody who works at the desk, and the form for a joiner. */
export function PeoplePage({ shell, hidden, values, errors, people, teams }: PeoplePageProps) {
  return (
    <DeskPage {...shell} title="People" errors={errors}>
      <AdminLinks />
      <CountedHeading level={1} count={people.length}>
        People
      </CountedHeading>
      <div class="fd-scroll">
        <Table
          head={['Name', 'Job', 'Roles', 'Teams', 'State']}
          firstCellIsHeader
          rows={people.map((person) => [
            <a class="govuk-link" href={`/desk/admin/people/${person.slug}`}>
              {person.name}
            </a>,
            person.jobTitle,
            person.roles.map(roleName).join(', '),
            person.teams.map((team) => team.name).join(', '),
            <StateTag person={person} />,
          ])}
        />
      </div>
      <h2 class="govuk-heading-m">Add somebody</h2>
      <Form action="/desk/admin/people" hidden={hidden}>
        <TextInput
          name="email"
          type="email"
          label="Work email address"
          values={values}
          errors={errors}
          spellcheck={false}
        />
        <PersonFields values={values} errors={errors} />
        <Select
          name="team"
          label="Main team"
          items={[{ value: '', text: 'None yet' }, ...teams.map(({ slug, name }) => ({ value: slug, text: name }))]}
          values={values}
          errors={errors}
        />
        <Button>Add and make a link</Button>
      </Form>
    </DeskPage>
  );
}

function PersonFields({ values, errors }: Pick<Common, 'values' | 'errors'>) {
  return (
    <>
      <TextInput name="name" label="Full name" values={values} errors={errors} />
      <TextInput
        name="jobTitle"
        label="Job title"
        hint="Residents see it under messages."
        values={values}
        errors={errors}
      />
      <Checkboxes
        name="roles"
        legend="Roles"
        small
        items={ROLES.map((role) => ({ value: role, text: ROLE_NAMES[role] }))}
        values={values}
        errors={errors}
      />
      <TextInput
        name="skills"
        label="Skills"
        hint="With commas between: polish, housing."
        values={values}
        errors={errors}
      />
    </>
  );
}

interface PersonPageProps extends Common {
  person: StaffRow;
  teams: readonly TeamRow[];
  /** A one-time link that was made just now. It is shown this once. */
  link?: string | undefined;
  trainings: { lines: readonly TrainingLine[]; offered: readonly Training[] };
  /** A training as it was typed and refused. */
  training?: Values | undefined;
}

/** One member of staff: what they are, what they may do, and the end of it. */
export function PersonPage(props: PersonPageProps) {
  const { shell, hidden, values, errors, person, teams, link, trainings, training } = props;
  const address = `/desk/admin/people/${person.slug}`;
  const others = teams.filter((team) => person.teams.every(({ id }) => id !== team.id));
  return (
    <DeskPage {...shell} title={person.name} errors={errors}>
      <AdminLinks />
      <h1 class="govuk-heading-l">
        {person.name} <StateTag person={person} />
      </h1>
      <p class="govuk-body">{person.email}</p>
      {link === undefined ? null : (
        <InsetText>
          Give this link to {person.name} yourself. It works once, for three days, and is not shown again.
          <br />
          <code class="fd-key">{link}</code>
        </InsetText>
      )}
      {person.leftAt ? null : (
        <>
          <Form action={address} hidden={hidden}>
            <PersonFields values={values} errors={errors} />
            <Button>Save</Button>
          </Form>
          <h2 class="govuk-heading-m">Teams</h2>
          {person.teams.map((team) => (
            <Form key={team.id} action={`${address}/teams`} hidden={{ ...hidden, leave: team.id }} class="fd-row">
              {team.name} <Button look="secondary">Take out of {team.name}</Button>
            </Form>
          ))}
          {others.length > 0 ? (
            <Form action={`${address}/teams`} hidden={hidden}>
              <Select name="join" label="Put into" items={others.map(({ id, name }) => ({ value: id, text: name }))} />
              <Button look="secondary">Put into team</Button>
            </Form>
          ) : null}
          <TrainingPart {...{ address, hidden, errors }} {...trainings} values={training} />
          <h2 class="govuk-heading-m">Signing in</h2>
          <Form action={`${address}/invitation`} hidden={hidden}>
            <p class="govuk-body">
              A new link replaces older ones. It lets {person.name} choose a new password and second check, and ends
              every session of theirs.
            </p>
            <Button look="secondary">Make a new link</Button>
          </Form>
          <h2 class="govuk-heading-m">Leaving</h2>
          <Form action={`${address}/ending`} hidden={hidden}>
            <p class="govuk-body">Ends their sessions now. What they did stays in the audit under their name.</p>
            <Button look="warning">{person.name} has left</Button>
          </Form>
        </>
      )}
    </DeskPage>
  );
}

/** Who works with whom, and where the answers of each team go. */
export function TeamsPage({ shell, teams }: { shell: DeskShell; teams: readonly TeamRow[] }) {
  return (
    <DeskPage {...shell} title="Teams">
      <AdminLinks />
      <CountedHeading level={1} count={teams.length}>
        Teams and partners
      </CountedHeading>
      <div class="fd-scroll">
        <Table
          head={['Team', 'Kind', 'Inbox', 'Manager', 'People']}
          firstCellIsHeader
          rows={teams.map((team) => [
            team.name,
            team.kind === 'partner' ? 'Partner' : 'Team',
            team.inbox,
            team.manager ?? 'None',
            team.members.map((member, index) => (
              <>
                {index > 0 ? ', ' : null}
                <a class="govuk-link" href={`/desk/admin/people/${member.slug}`}>
                  {member.name}
                </a>
              </>
            )),
          ])}
        />
      </div>
      <p class="govuk-body">
        Teams are made and changed in the council’s folder. Who is in them is changed here, at each person.
      </p>
    </DeskPage>
  );
}

export function AdminLinks() {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href="/desk/admin/people">
        People
      </a>{' '}
      ·{' '}
      <a class="govuk-link" href="/desk/admin/teams">
        Teams
      </a>{' '}
      ·{' '}
      <a class="govuk-link" href="/desk/admin/tokens">
        Programs
      </a>{' '}
      ·{' '}
      <a class="govuk-link" href="/desk/admin/audit">
        Audit
      </a>{' '}
      ·{' '}
      <a class="govuk-link" href="/desk/admin/retention">
        Keeping and disposing
      </a>
    </p>
  );
}

function StateTag({ person }: { person: StaffRow }) {
  if (person.leftAt) return <Tag colour="grey">Left</Tag>;
  return person.acceptedAt ? <Tag colour="green">Works here</Tag> : <Tag colour="yellow">Invited</Tag>;
}

function roleName(role: string): string {
  return role in ROLE_NAMES ? ROLE_NAMES[role as keyof typeof ROLE_NAMES] : role;
}
