import type { ComponentChildren } from 'preact';
import {
  Button,
  ButtonGroup,
  CallScreen,
  CountedHeading,
  DeskPage,
  EmptyState,
  Filters,
  Link,
  Pagination,
  PromiseBadge,
  type PromiseState,
  Radios,
  Select,
  SummaryList,
  Table,
  Tag,
  Textarea,
} from '#ui';
import { ESTUARY } from './council.ts';

const NAV = [
  { text: 'Call', href: '/desk/call' },
  { text: 'Cases', href: '/desk/cases' },
  { text: 'Jobs', href: '/desk/jobs' },
  { text: 'Promises', href: '/desk/promises' },
  { text: 'People', href: '/desk/customers' },
];

function Desk({ title, path, children }: { title: string; path: string; children: ComponentChildren }) {
  return (
    <DeskPage
      council={ESTUARY}
      title={title}
      path={path}
      nav={NAV}
      person={{ name: 'Ada Obi', role: 'Waste, Housing', href: '/desk/me' }}
      nextHref="/desk/cases/K7M3-QX9T"
      status={
        <>
          <a href="/desk/queue">Queue 14, longest 2:10</a>
          <span>● Available: phone, 3 chats</span>
          <a href="/desk/cases?closed=today">Today 31 done, 2 due</a>
        </>
      }
    >
      {children}
    </DeskPage>
  );
}

const work = (
  <ul class="fd-work">
    <li class="fd-work__item" aria-current="true">
      <Link href="/desk/call/1">☎ Kay Osei</Link> 02:41
    </li>
    <li class="fd-work__item">
      <Link href="/desk/chat/2">Chat: Omar</Link> 1 new
    </li>
    <li class="fd-work__item">
      <Link href="/desk/call-backs/3">Call back Lena</Link> 15:30
    </li>
  </ul>
);

const person = (
  <>
    <p class="govuk-body">
      <strong>Kay Osei</strong>, 12 Clarence Road, RM17 6SL <Tag colour="green">Verified</Tag> prefers email
    </p>
    <CountedHeading level={3} size="s" count={1} href="/desk/cases?customer=1">
      Open
    </CountedHeading>
    <p class="govuk-body">
      <Link href="/desk/cases/K7M3-QX9T">K7M3-QX9T missed bin</Link>{' '}
      <PromiseBadge state="at-risk">due today 17:00</PromiseBadge>
      <br />
      Second time at this address.
    </p>
    <CountedHeading level={3} size="s" count={3}>
      Past contacts
    </CountedHeading>
    <SummaryList
      rows={[
        { key: '21 Nov 09:12', value: 'Call: missed blue bin' },
        { key: '19 Nov 20:40', value: 'Web: garden waste dates' },
        { key: '3 Nov 11:02', value: 'Letter: council tax band' },
      ]}
    />
  </>
);

const script = (
  <>
    <p class="fd-script">“I can see your round was Tuesday. Was the bin out by 7am?”</p>
    <Radios
      name="bin"
      small
      legend={{ text: 'Which bin?', size: 's' }}
      items={[
        { value: 'blue', text: 'Blue' },
        { value: 'grey', text: 'Grey' },
        { value: 'brown', text: 'Brown' },
      ]}
    />
    <Textarea name="note" label="Anything else?" rows={2} />
    <p class="fd-script">
      Tell them: collected by <strong>Thursday 26 November, 5pm</strong>
    </p>
    <ButtonGroup>
      <Button>They were told</Button>
      <Button look="secondary">Yes, chasing</Button>
      <Button look="secondary">No, new</Button>
    </ButtonGroup>
  </>
);

const call = (
  <Desk title="Call with Kay Osei" path="/desk/call">
    <h1 class="govuk-visually-hidden">Call with Kay Osei</h1>
    <CallScreen
      work={{ title: 'Live work', children: work }}
      person={{ title: 'Person', quiet: true, children: person }}
      script={{ title: 'Script: missed bin, version 7', children: script }}
    />
  </Desk>
);

const STATES: readonly PromiseState[] = ['kept', 'at-risk', 'missed', 'waiting'];

function row(number: number) {
  const state = STATES[number % STATES.length] ?? 'kept';
  return [
    <Link href={`/desk/cases/K7M3-QX${number}`}>K7M3-QX{number}</Link>,
    'Missed bin collection',
    { text: `${number} Clarence Road, Grays RM17 6SL`, class: 'fd-wrap' },
    'Waste',
    <PromiseBadge state={state} />,
    { text: `${number}:00`, numeric: true },
  ];
}

const worklist = (
  <Desk title="Cases" path="/desk/cases">
    <CountedHeading level={1} size="l" count={1204}>
      Cases
    </CountedHeading>
    <Filters
      action="/desk/cases"
      clearHref="/desk/cases"
      applied={[{ text: 'Team: Waste', removeHref: '/desk/cases?service=missed-bin' }]}
    >
      <Select
        name="team"
        label="Team"
        value="waste"
        items={[
          { value: '', text: 'Every team' },
          { value: 'waste', text: 'Waste' },
        ]}
      />
      <Select
        name="due"
        label="Due"
        items={[
          { value: '', text: 'Any time' },
          { value: 'today', text: 'Today' },
        ]}
      />
    </Filters>
    <section class="fd-scroll" aria-label="Cases" tabindex={0}>
      <Table
        head={[
          { text: 'Reference', sort: { href: '?sort=reference' } },
          'Service',
          'Place',
          'Team',
          { text: 'Promise', sort: { href: '?sort=-due', direction: 'ascending' } },
          { text: 'Left', numeric: true },
        ]}
        rows={Array.from({ length: 50 }, (_, index) => row(index + 10))}
      />
    </section>
    <Pagination next={{ href: '?after=60', label: 'Next 50' }} />
    <EmptyState title="No cases are waiting for you">
      <p>
        Press <kbd>n</kbd> to take the next from the queue.
      </p>
    </EmptyState>
  </Desk>
);

export const deskPages = { call, worklist };
