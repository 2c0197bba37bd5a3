import type { JobSheet } from '#modules/cases';
import { describeDue } from '#modules/promises';
import { Link, SummaryList, Timeline, WarningText } from '#ui';
import { PhotoList } from '../photo-list.page.tsx';
import { shortWhen } from '../when.ts';
import { EVIDENCE_WORDS, JobState } from './job-words.tsx';

export interface JobFactsProps {
  sheet: JobSheet;
  zone: string;
  now: Date;
  /** Address of this sheet at the door that shows it; its photos are below it. */
  path: string;
}

/** What to do, where, by when, and what to look out for when visiting. */
export function JobFacts({ sheet, zone, now }: JobFactsProps) {
  const { place, contact } = sheet;
  const rows = [
    { key: 'What to do', value: sheet.instructions },
    { key: 'Where', value: <Where place={place} /> },
    { key: 'By', value: sheet.dueAt ? describeDue(sheet.dueAt, zone, now) : 'No date' },
    { key: 'Whom to ask for', value: contact ? <WhomToAsk contact={contact} /> : '' },
    ...sheet.answers.map(({ question, answer }) => ({ key: question, value: answer })),
    { key: 'Evidence', value: EVIDENCE_WORDS[sheet.evidence] },
    { key: 'Done by', value: [sheet.team.name, sheet.assignedTo].filter(Boolean).join(', ') },
  ];
  return (
    <>
      {sheet.markers.map(({ id, what }) => (
        <WarningText key={id}>Take care at this address: {what}</WarningText>
      ))}
      <SummaryList rows={rows.filter(({ value }) => value !== '')} />
    </>
  );
}

/** On a phone the number is pressed, not typed. */
function WhomToAsk({ contact: { name, phone } }: { contact: NonNullable<JobSheet['contact']> }) {
  return (
    <>
      {name}
      {name && phone ? ', ' : null}
      {phone ? (
        <a class="govuk-link fd-number" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
          {phone}
        </a>
      ) : null}
    </>
  );
}

function Where({ place: { words, postcode, lat, lon } }: Pick<JobSheet, 'place'>) {
  const said = [words, postcode && !words?.includes(postcode) ? postcode : null].filter(Boolean).join(', ');
  if (lat === null || lon === null) return <>{said || 'No place was given'}</>;
  return (
    <>
      {said ? `${said} ` : ''}
      <Link href={`https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=18/${lat}/${lon}`}>Open a map</Link>
      <span class="fd-mute">
        {' '}
        {lat.toFixed(5)}, {lon.toFixed(5)}
      </span>
    </>
  );
}

/** Photos of the report and of the work. */
export function JobPhotos({ sheet, path }: JobFactsProps) {
  if (!sheet.files.some(({ mediaType }) => mediaType.startsWith('image/'))) return null;
  return (
    <section aria-labelledby="photos-title">
      <h2 class="govuk-heading-m" id="photos-title">
        Photos
      </h2>
      <PhotoList files={sheet.files} path={path} />
    </section>
  );
}

/** What was said about the job by those who do it, oldest first. */
export function JobLog({ sheet, zone, now }: JobFactsProps) {
  return (
    <section aria-labelledby="log-title">
      <h2 class="govuk-heading-m" id="log-title">
        What was done so far
      </h2>
      {sheet.log.length === 0 ? <p class="govuk-body">Nothing is written down yet.</p> : null}
      <Timeline
        label="What was done so far"
        items={sheet.log.map(({ state, note, at, byName }) => ({
          state: 'done',
          title: (
            <>
              <JobState state={state} /> {byName}
            </>
          ),
          when: shortWhen(at, zone, now),
          datetime: at.toISOString(),
          children: note ? <p class="govuk-body">{note}</p> : null,
        }))}
      />
    </section>
  );
}
