import {
  Button,
  Card,
  CheckAnswersPage,
  ConfirmationPanel,
  Details,
  Hero,
  InsetText,
  Link,
  NotificationBanner,
  PlainPage,
  PromiseBadge,
  PublicPage,
  QuestionPage,
  Radios,
  SearchField,
  StartButton,
  TextInput,
  Tiles,
  Timeline,
  UseMyLocation,
} from '#ui';
import { ESTUARY, page } from './council.ts';

const VERBS = [
  { title: 'Report', href: '/services?verb=report', text: 'Missed bins, potholes, fly-tipping, noise' },
  { title: 'Track', href: '/track', text: 'See what is happening with something you reported' },
  { title: 'Apply', href: '/services?verb=apply', text: 'Permits, housing, school places' },
  { title: 'Get advice', href: '/services?verb=advice', text: 'Money, care, housing, neighbours' },
];

const home = (
  <PublicPage {...page} title="How can we help?" path="/" search={false} wide>
    <Hero>
      <h1 class="govuk-heading-xl">How can we help?</h1>
      <SearchField action="/services" label="What do you need?" button="Find" />
    </Hero>
    <NotificationBanner>Bins on Clarence Road are late today. We will collect them by 6pm.</NotificationBanner>
    <h2 class="govuk-heading-m">What you can do here</h2>
    <Tiles items={VERBS} />
    <Card>
      <h2 class="govuk-heading-m">Your bins</h2>
      <p class="govuk-body">
        <strong>Tuesday 24 November</strong>: blue bin. <Link href="/bins">See all dates for RM17 6SL</Link>
      </p>
    </Card>
    <h2 class="govuk-heading-m">We promise</h2>
    <p class="govuk-body">
      Calls answered in 60 seconds: last month 54 seconds. <Link href="/performance">See how we are doing</Link>
    </p>
  </PublicPage>
);

const service = (
  <PublicPage
    {...page}
    title="Report a missed bin"
    path="/services/missed-bin"
    breadcrumbs={[
      { text: 'Home', href: '/' },
      { text: 'Services', href: '/services' },
      { text: 'Report a missed bin' },
    ]}
  >
    <h1 class="govuk-heading-l">Report a missed bin</h1>
    <p class="govuk-body-l">Tell us if we did not empty your bin. We come back within 2 working days.</p>
    <p class="govuk-body">It takes about 2 minutes. You need your postcode.</p>
    <StartButton href="/services/missed-bin/place">Start now</StartButton>
    <h2 class="govuk-heading-m">What happens next</h2>
    <ol class="govuk-list govuk-list--number">
      <li>We check with the crew why it was missed.</li>
      <li>We collect it, or tell you why we cannot.</li>
    </ol>
    <Details summary="Other ways to tell us">Call 01375 960 123, or ask in any library.</Details>
  </PublicPage>
);

const question = (
  <QuestionPage
    {...page}
    question="Which bin was missed?"
    caption="Report a missed bin"
    path="/services/missed-bin/bin"
    back="/services/missed-bin/place"
    errors={{ bin: 'Select which bin was missed' }}
    hidden={{ key: 'a1b2c3' }}
  >
    {(heading) => (
      <Radios
        name="bin"
        legend={heading}
        hint="If more than one was missed, you can add the others next."
        errors={{ bin: 'Select which bin was missed' }}
        items={[
          { value: 'blue', text: 'Blue bin', hint: 'Paper, card, cans and plastic' },
          { value: 'grey', text: 'Grey bin', hint: 'Everything that cannot be recycled' },
          { value: 'brown', text: 'Brown bin', hint: 'Garden waste' },
        ]}
      />
    )}
  </QuestionPage>
);

const place = (
  <QuestionPage
    {...page}
    question="Where is it?"
    hint="A postcode, a street or a landmark."
    path="/services/pothole/place"
    back="/services/pothole"
  >
    <TextInput name="place" label="Place" autocomplete="street-address" />
    <UseMyLocation latitude="latitude" longitude="longitude" />
  </QuestionPage>
);

const check = (
  <CheckAnswersPage
    {...page}
    path="/services/missed-bin/check"
    back="/services/missed-bin/contact"
    submitText="Send report"
    sections={[
      {
        title: 'The bin',
        answers: [
          { question: 'Which bin was missed?', answer: 'Blue bin', changeHref: '/services/missed-bin/bin' },
          {
            question: 'Where is it?',
            answer: (
              <>
                12 Clarence Road
                <br />
                Grays
                <br />
                RM17 6SL
              </>
            ),
            changeHref: '/services/missed-bin/place',
          },
        ],
      },
      {
        title: 'About you',
        answers: [
          { question: 'How can we reach you?', answer: 'kay@example.org', changeHref: '/services/missed-bin/contact' },
        ],
      },
    ]}
  >
    <p class="govuk-body">When you send it, our waste team gets it at once.</p>
  </CheckAnswersPage>
);

const confirmation = (
  <PublicPage {...page} title="Report sent" path="/services/missed-bin/sent">
    <ConfirmationPanel title="Report sent" reference="K7M3-QX9T" />
    <h2 class="govuk-heading-m">We will collect your bin by Thursday 26 November, 5pm</h2>
    <p class="govuk-body">Our waste team owns this. Leave the bin out at the edge of the pavement.</p>
    <p class="govuk-body">
      <Link href="/track/K7M3-QX9T">See what is happening, or add to your report</Link>
    </p>
  </PublicPage>
);

const tracking = (
  <PublicPage
    {...page}
    title="Missed bin, K7M3-QX9T"
    path="/track/K7M3-QX9T"
    person={{ name: 'Kay Osei', href: '/account' }}
  >
    <span class="govuk-caption-l">K7M3-QX9T</span>
    <h1 class="govuk-heading-l">Missed blue bin, Clarence Road</h1>
    <p class="govuk-body">
      <PromiseBadge state="at-risk">we promised Thursday 26 November, 5pm</PromiseBadge>
    </p>
    <Timeline
      items={[
        { state: 'done', title: 'You told us', when: 'Tuesday 24 November, 2:10pm', datetime: '2026-11-24T14:10Z' },
        {
          state: 'done',
          title: 'The crew said why',
          when: 'Tuesday 24 November, 3:05pm',
          children: <p class="govuk-body">A parked car blocked the road at 7:42am.</p>,
        },
        { state: 'now', title: 'A crew is on its way back', when: 'Today, before 5pm' },
        { state: 'next', title: 'We tell you it is done', when: 'By Thursday 26 November, 5pm' },
      ]}
    />
    <InsetText>Leave your bin out until we have been.</InsetText>
    <Button look="secondary">Add to this report</Button>
    <p>
      <PromiseBadge state="kept" /> <PromiseBadge state="missed" /> <PromiseBadge state="waiting">for you</PromiseBadge>
    </p>
  </PublicPage>
);

const lost = (
  <PlainPage council={ESTUARY} title="Page not found">
    <h1 class="govuk-heading-l">Page not found</h1>
    <p class="govuk-body">
      If you typed the address, check it. Or <Link href="/">start at the home page</Link>.
    </p>
  </PlainPage>
);

export const publicPages = { home, service, question, place, check, confirmation, tracking, lost };
