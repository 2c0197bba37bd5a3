import { Timeline } from '#ui';
import { shortWhen } from '../../doors/when.ts';
import type { CasePageProps } from './case-page-props.ts';

const AUDIENCE = { public: 'everyone sees this', customer: 'the customer sees this', staff: 'staff only' };

/** What happened, newest last, with who did it and who may read it. */
export function CaseStory({ view, directory, now }: CasePageProps) {
  const { zone } = directory.config.profile;
  return (
    <section class="fd-panel" id="story" aria-labelledby="story-title">
      <h2 class="govuk-heading-m" id="story-title">
        What happened
      </h2>
      <Timeline
        items={view.entries.map((entry) => ({
          title: entry.text,
          state: 'done' as const,
          when: [shortWhen(entry.at, zone, now), entry.actorName, AUDIENCE[entry.audience]].filter(Boolean).join(' · '),
          datetime: entry.at.toISOString(),
          children: whyMoved(entry.data),
        }))}
      />
    </section>
  );
}

/** Why it was moved stands beside the move: for staff, since the customer reads only who has it now. */
function whyMoved({ why }: Readonly<Record<string, unknown>>) {
  return typeof why === 'string' ? <p class="fd-mute">Why, for staff: {why}</p> : null;
}
