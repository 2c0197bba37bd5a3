import { english } from '#modules/councils';
import type { FilledIn } from '#modules/forms';
import { isApplication } from '#modules/services';
import { DeskPage, Link, NotificationBanner, SummaryList, Tag } from '#ui';
import { PhotoList } from '../../doors/photo-list.page.tsx';
import { shortWhen } from '../../doors/when.ts';
import type { Directory } from '../../portal/directory.ts';
import { PromiseLine } from '../promise-line.tsx';
import { CHANNEL_WORDS, ENDING_WORDS, roleWords } from '../words.ts';
import { CaseActions } from './case-actions.page.tsx';
import { CaseDecision } from './case-decision.page.tsx';
import { CaseEvidence } from './case-evidence.page.tsx';
import { CaseHandOvers } from './case-hand-overs.page.tsx';
import { CaseJobs } from './case-jobs.page.tsx';
import type { CasePageProps } from './case-page-props.ts';
import { CasePayments } from './case-payments.page.tsx';
import { CaseStory } from './case-story.page.tsx';
import { PlaceFacts } from './place-facts.page.tsx';

/** One case on one screen: what it is, what was promised, who does what, what happened, what can be done. */
export function CasePage(props: CasePageProps) {
  const { shell, view, errors } = props;
  const title = `${view.reference}: ${view.title}`;
  return (
    <DeskPage {...shell} title={title} errors={errors} banners={<Meanwhile {...props} />}>
      <h1 class="govuk-heading-l">
        {view.title} <span class="fd-mute">{view.reference}</span> <Stage {...props} />
      </h1>
      <div class="fd-columns fd-columns--case">
        <div>
          <Head {...props} />
          <Photos {...props} />
          <CaseEvidence {...props} />
          <CaseDecision {...props} />
          <CasePayments {...props} />
          <CaseJobs {...props} />
          <CaseHandOvers {...props} />
          <CaseStory {...props} />
        </div>
        <div>
          <CaseActions {...props} />
          <PlaceFacts {...props} />
        </div>
      </div>
    </DeskPage>
  );
}

function Meanwhile({ meanwhile, view: { ending } }: CasePageProps) {
  if (!meanwhile || !ending) return null;
  const kept = 'What you wrote is kept as a note.';
  return (
    <NotificationBanner>
      {`${ending.byName} ended this case while you were writing (${ENDING_WORDS[ending.ending] ?? ending.ending}). ${kept}`}
    </NotificationBanner>
  );
}

function Stage({ view }: CasePageProps) {
  if (view.ending) return <Tag colour="grey">{ENDING_WORDS[view.ending.ending] ?? view.ending.ending}</Tag>;
  if (view.stage === 'waiting') return <Tag colour="yellow">Waiting for the {view.waitingFor ?? 'customer'}</Tag>;
  return <Tag colour="blue">Open</Tag>;
}

function Head(props: CasePageProps) {
  const { view, directory, now } = props;
  return (
    <section class="fd-panel" aria-label="The case">
      <ul class="fd-promises">
        {view.promises.map((promise) => (
          <li key={promise.id}>
            <PromiseLine promise={promise} directory={directory} now={now} />
          </li>
        ))}
      </ul>
      {view.repeats ? (
        <p class="fd-notice">
          <strong>Second time at this place:</strong> see{' '}
          <Link href={`/desk/cases/${view.repeats}`}>{view.repeats}</Link>.
        </p>
      ) : null}
      {view.ending ? (
        <p class="govuk-body">
          <strong>{view.ending.byName}</strong> wrote to the customer: {view.ending.reason}
        </p>
      ) : null}
      {view.blockers.length > 0 && !view.ending ? (
        <p class="fd-notice">Before it is done: {view.blockers.map(({ text }) => text).join('. ')}.</p>
      ) : null}
      <SummaryList noBorder class="fd-facts fd-facts--wide" rows={factsOf(props)} />
    </section>
  );
}

function Photos({ view }: CasePageProps) {
  if (!view.files.some(({ mediaType }) => mediaType.startsWith('image/'))) return null;
  return (
    <section class="fd-panel" aria-labelledby="photos-title">
      <h2 class="govuk-heading-m" id="photos-title">
        Photos
      </h2>
      <PhotoList files={view.files} path={`/desk/cases/${view.reference}`} />
    </section>
  );
}

function factsOf({ view, directory, marks, filledIn, offers, now }: CasePageProps) {
  const { zone } = directory.config.profile;
  const { place } = view;
  const facts = [
    { key: 'Where', value: [place.words, place.postcode].filter(Boolean).join(' · ') },
    { key: 'People', value: <People view={view} directory={directory} /> },
    ...view.answers
      .filter(({ answer }) => answer !== place.words)
      .map(({ question, answer }) => ({ key: question, value: answer })),
    { key: 'Owner', value: [view.owner?.name ?? 'Nobody yet', view.team.name].join(', ') },
    { key: 'Partner', value: [view.partner?.name, view.partner?.phone].filter(Boolean).join(', ') },
    { key: 'Came by', value: `${channelOf(view.channel)}, ${shortWhen(view.openedAt, zone, now)}` },
    { key: 'Form', value: filledInWords(filledIn) },
    ...(offers.review
      ? [{ key: 'In public', value: <Link href={`/desk/review/${view.reference}`}>What everybody sees</Link> }]
      : []),
    { key: 'Marks', value: marks.map(({ mark }) => nameOfMark(directory, mark)).join(', ') },
    {
      key: 'Contacts',
      value: <Link href={`/desk/cases/${view.reference}/journey`}>{`${view.contacts}, with their cost`}</Link>,
    },
  ];
  return facts.filter(({ value }) => value !== '');
}

/** Assisted digital: one of the staff typed what somebody else answered. */
function filledInWords(filledIn: CasePageProps['filledIn']): string {
  if (filledIn?.shared) return sharedWords(filledIn.shared, filledIn.typedBy);
  if (!filledIn?.typedBy) return '';
  const who = filledIn.answeredBy === 'helper' ? 'somebody who helps the customer' : 'the customer';
  return `answered by ${who}, typed by ${filledIn.typedBy}`;
}

/** A form of two hands: what the customer typed online, and what staff typed with them. */
function sharedWords({ byCustomer, byStaff }: NonNullable<FilledIn['shared']>, sender: string | null): string {
  const count = (answers: number) => (answers === 1 ? '1 answer' : `${answers} answers`);
  const typed = [
    `the customer typed ${count(byCustomer)} online`,
    ...byStaff.map((one) => `${one.name} ${count(one.answers)}`),
  ];
  return `${typed.join(', ')}; sent by ${sender ?? 'the customer'}`;
}

function channelOf(channel: string): string {
  return channel in CHANNEL_WORDS ? CHANNEL_WORDS[channel as keyof typeof CHANNEL_WORDS] : channel;
}

function nameOfMark({ config }: Directory, mark: string): string {
  const found = config.marks.get(mark);
  return found ? english(found.name) : mark;
}

function People({ view: { parties, service }, directory }: Pick<CasePageProps, 'view' | 'directory'>) {
  const definition = directory.catalogue.services.get(service.slug)?.service;
  const isApplied = definition !== undefined && isApplication(definition);
  if (parties.length === 0) return <>Nobody gave a name</>;
  return (
    <>
      {parties.map(({ id, customerId, name, role, phone, email }, index) => (
        <span key={id}>
          {index > 0 ? '; ' : ''}
          {customerId ? (
            <Link href={`/desk/customers/${customerId}`}>{name ?? 'A customer'}</Link>
          ) : (
            (name ?? 'No name')
          )}{' '}
          <span class="fd-mute">{[roleWords(role, isApplied), phone, email].filter(Boolean).join(' · ')}</span>
        </span>
      ))}
    </>
  );
}
