import { AccountTools, LineNote } from './account-tools.page.tsx';
import type { CallPageProps } from './call-page-props.ts';
import { CaseList } from './case-list.page.tsx';
import { FindPerson } from './find-person.page.tsx';
import { History } from './history.page.tsx';
import { TakeIt } from './live-work.page.tsx';
import { Who } from './who.page.tsx';

/** Who it is: found, registered, validated; what is open with them; every contact, newest first. */
export function PersonColumn(props: CallPageProps) {
  const { view, hidden } = props;
  if (!view.customer) {
    return (
      <>
        <TakeIt view={view} hidden={hidden} />
        <LineNote {...props} />
        <FindPerson {...props} />
      </>
    );
  }
  return (
    <>
      <TakeIt view={view} hidden={hidden} />
      <LineNote {...props} />
      <Who {...props} customer={view.customer} />
      <AccountTools {...props} />
      <CaseList {...props} title="Open cases" cases={view.cases.filter(({ stage }) => stage !== 'ended')} />
      <CaseList {...props} title="Ended cases" cases={view.cases.filter(({ stage }) => stage === 'ended')} />
      <History {...props} />
      <FindPerson {...props} />
    </>
  );
}
