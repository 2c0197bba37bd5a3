import type { DeskShell } from '#platform/http/shell';
import { Button, ButtonGroup, DeskPage, Form, InsetText, SummaryList } from '#ui';
import type { StaffActor } from './actor.ts';
import { ROLE_NAMES } from './role-names.ts';

interface SessionPageProps {
  shell: DeskShell;
  hidden: Record<string, string>;
  staff: StaffActor;
  teams: readonly string[];
  openSessions: number;
  /** The password was changed a moment ago. */
  hasNewPassword: boolean;
}

/** Who is signed in, as what, and the ways out. */
export function SessionPage({ shell, hidden, staff, teams, openSessions, hasNewPassword }: SessionPageProps) {
  return (
    <DeskPage {...shell} title="You at the desk">
      <h1 class="govuk-heading-l">{staff.name}</h1>
      {hasNewPassword ? <InsetText>Your password is changed. Every other session of yours has ended.</InsetText> : null}
      <SummaryList
        rows={[
          { key: 'Job', value: staff.jobTitle },
          { key: 'Roles', value: staff.roles.map((role) => ROLE_NAMES[role]).join(', ') },
          { key: 'Teams', value: teams.join(', ') || 'None' },
          { key: 'Skills', value: staff.skills.join(', ') || 'None' },
          { key: 'Open sessions', value: String(openSessions) },
        ]}
      />
      <p class="govuk-body">
        A session ends an hour after you last did something, and in any case after twelve hours. If you left one open
        somewhere, end them all.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/desk/session/password">
          Change your password
        </a>
      </p>
      <ButtonGroup>
        <Form action="/desk/session" hidden={hidden}>
          <Button look="secondary">Sign out here</Button>
        </Form>
        <Form action="/desk/session" hidden={{ ...hidden, everywhere: 'yes' }}>
          <Button look="warning">End all my sessions</Button>
        </Form>
      </ButtonGroup>
    </DeskPage>
  );
}
