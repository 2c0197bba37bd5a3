import type { DeskShell } from '#platform/http/shell';
import { DeskPage, Link, WarningText } from '#ui';

export interface Room {
  title: string;
  href: string;
  /** What is there, in a line. */
  text: string;
}

interface AdminProps {
  shell: DeskShell;
  rooms: readonly Room[];
  /** What somebody must see to before it stops work, in sentences. */
  warnings: readonly string[];
}

/** Where the council runs Frontdoor itself. */
export function AdminPage({ shell, rooms, warnings }: AdminProps) {
  return (
    <DeskPage {...shell} title="Admin">
      <h1 class="govuk-heading-l">Admin</h1>
      {warnings.map((warning) => (
        <WarningText key={warning}>{warning}</WarningText>
      ))}
      <section class="fd-panel" aria-label="Rooms">
        <ul class="fd-rows">
          {rooms.map(({ title, href, text }) => (
            <li key={href} class="fd-rows__row">
              <Link class="fd-rows__main" href={href}>
                {title}
              </Link>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </section>
      <p class="fd-mute">
        Services, standards, templates and teams are written in the council’s folder, where each change is reviewed.
      </p>
    </DeskPage>
  );
}
