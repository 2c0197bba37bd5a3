import type { HelpedView } from '#modules/accounts';
import type { CaseLine } from '#modules/cases';
import type { PublicShell } from '#platform/http/shell';
import { Button, EmptyState, Form, PublicPage } from '#ui';
import type { Directory } from '../directory.ts';
import { CaseItem } from './case-item.tsx';

interface HelpedPageProps extends PublicShell {
  helped: HelpedView;
  cases: readonly CaseLine[];
  directory: Directory;
  token: Record<string, string>;
  now: Date;
}

/** One person whom somebody helps: as much as that person allowed, and no more. */
export function HelpedPage({ helped, cases, directory, token, now, ...shell }: HelpedPageProps) {
  const { grantId, name, scopes } = helped;
  return (
    <PublicPage {...shell} title={`You help ${name}`} search={false} back="/account/people">
      <h1 class="govuk-heading-l">You help {name}</h1>
      {scopes.includes('ask') ? (
        <Form action={`/account/for/${grantId}/asking`} hidden={token}>
          <Button>Ask for something for {name}</Button>
        </Form>
      ) : null}
      {scopes.includes('see') ? (
        <>
          <h2 class="govuk-heading-m">Their requests</h2>
          {cases.length === 0 ? <EmptyState title="They have not asked us for anything yet" /> : null}
          <ul class="fd-account-cases">
            {cases.map((line) => (
              <CaseItem key={line.id} line={line} directory={directory} now={now} />
            ))}
          </ul>
        </>
      ) : null}
    </PublicPage>
  );
}
