import { calendarsFileSchema, templateSchema } from '#modules/councils';
import { serviceSchema, standardsFileSchema } from '#modules/services';

/** What the council of these tests has written down, read by the schemas of a council's folder. */
const nineToFive = [{ opens: '09:00', closes: '17:00' }];
const own = { kind: 'own', text: 'Seahaven' };
const en = (text: string) => ({ en: text });

const MOMENTS = [
  'received',
  'accepted',
  'part-done',
  'waiting-for-you',
  'at-risk',
  'new-date',
  'passed-on',
  'reopened',
  'incident',
  'incident-over',
  'update',
  'job-sheet',
  'follow',
  'done',
  'withdrawn',
  'duplicate',
  'not-ours',
  'no-access',
  'below-level',
  'refused',
];

/** One message of each moment, with everything that it may mention in an order that a test can read. */
const templates = MOMENTS.map((slug) => ({
  slug,
  when: slug,
  subject: en(`${slug} {{reference}}`),
  channels: ['email', 'sms'],
  sms: `${slug} {{reference}} {{track}}`,
  body: [
    'Hello {{name}}',
    'promise: {{promise}}',
    'due: {{due}}; was: {{oldDue}}',
    'done: {{done}}; left: {{left}}',
    'reason: {{reason}}; question: {{question}}; passed to: {{passedTo}}',
    'until: {{notFixedUntil}}',
    '{{track}}',
    '{{officer}}, {{officerTitle}}, {{team}}, {{inbox}}',
  ].join('\n'),
}));

const profile = {
  slug: 'seahaven',
  name: 'Seahaven Council',
  zone: 'Europe/London',
  settings: {
    notFixedWindow: { days: 14, source: own },
    repeatFailureWindow: { days: 28, source: own },
    messages: { perPersonAndDay: 50, quietFrom: '21:00', quietTo: '08:00', always: [], source: own },
    templates: Object.fromEntries(MOMENTS.map((moment) => [moment, moment])),
  },
};

const calendars = [
  {
    slug: 'office-hours',
    name: en('Office hours'),
    holidays: 'england-and-wales',
    week: { monday: nineToFive, tuesday: nineToFive, wednesday: nineToFive, thursday: nineToFive, friday: nineToFive },
  },
];

const twoWorkingDays = { kind: 'working-days', days: 2, calendar: 'office-hours', onQuestion: 'pause' };
const standards = [
  { slug: 'missed-bin-return', promise: 'complete', name: en('We will collect your bin'), clock: twoWorkingDays },
  {
    slug: 'street-clean',
    promise: 'complete',
    name: en('We will clean the street'),
    clock: { ...twoWorkingDays, days: 5 },
  },
  {
    slug: 'report-acknowledged',
    promise: 'acknowledge',
    name: en('We will tell you that we have it'),
    clock: { kind: 'working-days', days: 1, calendar: 'office-hours' },
  },
  {
    slug: 'pothole-repair',
    promise: 'complete',
    name: en('We will repair it'),
    clock: { kind: 'calendar-days', days: 28, calendar: 'office-hours' },
  },
  {
    slug: 'made-safe',
    promise: 'make-safe',
    name: en('We will make it safe'),
    clock: { kind: 'elapsed-hours', hours: 24 },
  },
  {
    slug: 'information-request',
    promise: 'answer',
    name: en('We will answer'),
    clock: { kind: 'working-days', days: 20, calendar: 'foi', onQuestion: 'restart' },
  },
];

const aService = {
  kind: 'report',
  summary: 'Tell us',
  topic: 'streets',
  words: { what: 'What', who: 'Anyone', next: 'Next', howLong: 'Soon' },
  codes: null,
  contactReason: 'report',
  channels: ['web', 'phone'],
  contact: 'main-line',
  script: { say: ['Hello'], tell: ['Thank you'] },
  mustTell: ['When'],
};

const missedBin = {
  ...aService,
  slug: 'missed-bin',
  name: en('Missed bin collection'),
  tier: 'delegated',
  owner: { team: 'waste' },
  visibility: 'private',
  place: 'household',
  questions: [
    {
      id: 'container',
      kind: 'choice',
      label: en('Which bin?'),
      options: [
        { value: 'rubbish', label: en('Rubbish') },
        { value: 'recycling', label: en('Recycling') },
      ],
    },
    { id: 'street-dirty', kind: 'yes-no', label: en('Was rubbish left on the street?') },
    { id: 'more', kind: 'long-text', label: en('Anything else?'), required: false },
  ],
  closes: 'by-itself',
  jobs: [
    {
      slug: 'collect-bin',
      title: en('Collect the bin'),
      instructions: en('Go back for the bin.'),
      by: { team: 'waste' },
      evidence: 'note',
      standard: 'missed-bin-return',
    },
    {
      slug: 'clean-street',
      title: en('Clean the street'),
      instructions: en('Clear what was left.'),
      by: { team: 'streets' },
      evidence: 'photo',
      standard: 'street-clean',
      when: { question: 'street-dirty', is: true },
    },
  ],
  promises: { primary: 'missed-bin-return', also: [{ standard: 'report-acknowledged' }] },
};

const pothole = {
  ...missedBin,
  closes: 'by-officer',
  slug: 'pothole',
  name: en('Pothole'),
  owner: { team: 'highways' },
  visibility: 'public',
  place: 'point',
  openNearby: { metres: 100 },
  questions: [{ id: 'what', kind: 'long-text', label: en('Describe it'), publish: true }],
  jobs: [
    {
      slug: 'repair',
      title: en('Repair the road'),
      instructions: en('Measure and repair.'),
      by: { team: 'highways' },
      evidence: 'photo',
      standard: 'pothole-repair',
    },
  ],
  promises: { primary: 'pothole-repair' },
};

const noWater = {
  ...missedBin,
  slug: 'no-water',
  name: en('No running water'),
  owner: { team: 'housing' },
  questions: [{ id: 'neighbours', kind: 'yes-no', label: en('Do your neighbours have water?') }],
  jobs: [
    {
      slug: 'make-safe',
      title: en('Restore water or make safe'),
      instructions: en('Attend at once.'),
      by: { partner: 'harbour-repairs' },
      evidence: 'note',
      standard: 'made-safe',
      handover: 'live',
    },
  ],
  promises: { primary: 'made-safe' },
};

const read = {
  calendars: calendarsFileSchema.parse({ calendars }).calendars,
  standards: standardsFileSchema.parse({
    standards: standards.map((one) => ({ words: 'Soon', source: own, what: one.name, ...one })),
  }),
  templates: templates.map((one) => templateSchema.parse(one)),
  services: [missedBin, pothole, noWater].map((one) => serviceSchema.parse(one)),
};

const incidentKind = {
  slug: 'round-not-done',
  name: en('A round could not be finished'),
  services: ['missed-bin'],
  team: 'waste',
  standard: 'missed-bin-return',
  scope: 'round',
  say: en('Leave your bin out.'),
};

/** Each with the kind under which the loader keeps it. */
export const documents: readonly { kind: string; body: { slug: string } }[] = [
  { kind: 'profile', body: profile },
  ...read.calendars.map((body) => ({ kind: 'calendar', body })),
  ...read.standards.standards.map((body) => ({ kind: 'standard', body })),
  ...read.templates.map((body) => ({ kind: 'template', body })),
  { kind: 'incident-kind', body: incidentKind },
  ...read.services.map((body) => ({ kind: 'service', body })),
];

/** One of them, to be amended. */
export function documentOf(kind: string, slug: string): { slug: string } {
  const found = documents.find((document) => document.kind === kind && document.body.slug === slug);
  if (!found) throw new Error(`Seahaven has no ${kind} called ${slug}`);
  return found.body;
}
