import { Asked } from './asked.page.tsx';
import type { CallPageProps } from './call-page-props.ts';
import { Finish, Marks, WrapUp } from './finish.page.tsx';
import { PickService } from './pick-service.page.tsx';
import { SavedFormList } from './saved-forms.page.tsx';
import { Script } from './script.page.tsx';

/** What it is about: the service, what to ask and tell, what was asked already, and the end. */
export function ScriptColumn(props: CallPageProps) {
  const { contact, report } = props.view;
  if (contact.wrappedAt) return <Asked {...props} />;
  if (contact.endedAt) {
    return (
      <>
        <WrapUp {...props} />
        <Asked {...props} />
        <Marks {...props} />
      </>
    );
  }
  return (
    <>
      {report ? (
        <Script {...props} report={report} />
      ) : (
        <>
          <SavedFormList {...props} />
          <PickService {...props} />
        </>
      )}
      <Asked {...props} />
      <Marks {...props} />
      <Finish {...props} />
    </>
  );
}
