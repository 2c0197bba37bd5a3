import { CHOICE_CHANNELS, type ChoiceChannel, type Topic } from '#modules/accounts';
import type { PublicShell } from '#platform/http/shell';
import { Button, Checkboxes, Form, NotificationBanner, PublicPage } from '#ui';

interface ChoicesPageProps extends PublicShell {
  token: Record<string, string>;
  unwanted: readonly { topic: string; channel: ChoiceChannel }[];
  isSaved: boolean;
}

const TOPICS: Readonly<Record<Topic, readonly [name: string, about: string]>> = {
  received: ['We have your request', 'Your reference, and what we promise'],
  progress: ['News on the way', 'Part of it is done, another team has it, we may be late'],
  done: ['It has ended', 'What we did, and how to tell us that it is not right'],
  incidents: ['Something that happened to many', 'A missed round in your street, and when it is put right'],
};
const CHANNELS: Readonly<Record<ChoiceChannel, string>> = { email: 'Email', sms: 'Text message', letter: 'Letter' };

export function fieldFor(topic: Topic): string {
  return `topic-${topic}`;
}

/** What to be told, by which way. What nobody may be kept from knowing is said, not offered. */
export function ChoicesPage({ token, unwanted, isSaved, ...shell }: ChoicesPageProps) {
  const banner = isSaved ? <NotificationBanner success>Saved. We keep to it from now on.</NotificationBanner> : null;
  return (
    <PublicPage {...shell} title="What we tell you" search={false} back="/account" banners={banner}>
      <h1 class="govuk-heading-l">What we tell you</h1>
      <p class="govuk-body">
        We use the way that you like best, if it is ticked. If nothing is ticked, you can still see everything in your
        account.
      </p>
      <Form action="/account/notifications" hidden={token}>
        {Object.entries(TOPICS).map(([topic, [name, about]]) => (
          <Checkboxes
            key={topic}
            name={fieldFor(topic as Topic)}
            legend={{ text: name, size: 's' }}
            hint={about}
            small
            items={CHOICE_CHANNELS.map((channel) => ({ value: channel, text: CHANNELS[channel] }))}
            chosen={CHOICE_CHANNELS.filter(
              (channel) => !unwanted.some((one) => one.topic === topic && one.channel === channel),
            )}
          />
        ))}
        <Button>Save</Button>
      </Form>
      <h2 class="govuk-heading-m">What we always tell you</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>a question that we need you to answer before we can go on</li>
        <li>a new date, when one that we promised has to move</li>
        <li>a decision about you, with how to challenge it</li>
        <li>anything that keeps your account safe</li>
      </ul>
    </PublicPage>
  );
}
