import { CallScreen, DeskPage } from '#ui';
import { lasting } from '../../doors/when.ts';
import { CHANNEL_WORDS } from '../words.ts';
import type { CallPageProps } from './call-page-props.ts';
import type { CallView } from './call-view.ts';
import { LiveWork } from './live-work.page.tsx';
import { PersonColumn } from './person-column.page.tsx';
import { ScriptColumn } from './script-column.page.tsx';

/** The screen of a call: live work, the person, the script, beside each other. */
export function CallPage(props: CallPageProps) {
  const { shell, view, errors } = props;
  return (
    <DeskPage {...shell} title={titleOf(view)} errors={errors}>
      <h1 class="govuk-visually-hidden">{titleOf(view)}</h1>
      <CallScreen
        work={{ title: 'Live work', children: <LiveWork {...props} /> }}
        person={{ title: 'Who it is', children: <PersonColumn {...props} /> }}
        script={{ title: scriptTitle(view), children: <ScriptColumn {...props} /> }}
      />
    </DeskPage>
  );
}

function titleOf({ contact, customer, now }: CallView): string {
  const who = customer?.name ?? contact.givenName ?? 'not identified yet';
  const channel = CHANNEL_WORDS[contact.channel];
  if (contact.wrappedAt) return `${channel}: ${who}, finished`;
  const from = contact.answeredAt ?? contact.startedAt;
  return `${channel}: ${who}, ${lasting(from, contact.endedAt ?? now)}`;
}

function scriptTitle({ contact, report }: CallView): string {
  if (contact.wrappedAt) return 'What it was about';
  if (contact.endedAt) return 'Write up';
  return report ? `Script: ${report.service.name.en}, version ${report.draft.serviceVersion}` : 'What it is about';
}
