import { serviceSchema } from '#modules/services';
import type { TestApp } from './app.ts';

/** An application of its own for tests of the desk: every shape of step, a result on the way, one that ends it. */
const SERVICE = {
  slug: 'hardship-grant',
  kind: 'application',
  name: 'Hardship grant',
  summary: 'Money for a household in trouble.',
  topic: 'money',
  words: { what: 'A grant.', who: 'Anyone who lives here.', next: 'We decide.', howLong: 'Ten working days.' },
  codes: null,
  tier: 'authorised',
  contactReason: 'complex-assessment',
  channels: ['web', 'phone', 'counter'],
  owner: { team: 'revenues-benefits' },
  contact: 'main-line',
  steps: [
    {
      id: 'about-you',
      title: 'About you',
      questions: [
        { id: 'full-name', kind: 'name', label: 'Your name', prefill: 'name' },
        { id: 'mail', kind: 'email', label: 'Your email address', prefill: 'email', required: false },
        { id: 'lives-here', kind: 'yes-no', label: 'Do you live here?', why: 'The grant is for people who live here.' },
        { id: 'partner', kind: 'yes-no', label: 'Do you have a partner?' },
        {
          id: 'partner-name',
          kind: 'name',
          label: "Your partner's name",
          showIf: { question: 'partner', is: true },
        },
        { id: 'income', kind: 'money', label: 'What do you earn in a week?' },
      ],
    },
    {
      id: 'children',
      title: 'Children',
      repeat: { each: 'child', more: 'Does another child live with you?', most: 3 },
      questions: [
        { id: 'child-name', kind: 'name', label: "The child's name" },
        { id: 'child-at-school', kind: 'yes-no', label: 'Is the child at school?' },
        {
          id: 'child-school',
          kind: 'text',
          label: 'Which school?',
          showIf: 'child_at_school',
          onlyIf: 'the child is at school',
        },
      ],
    },
    {
      id: 'partner-work',
      title: 'Work of your partner',
      showIf: { question: 'partner', is: true },
      questions: [{ id: 'partner-earns', kind: 'yes-no', label: 'Does your partner work?' }],
    },
    {
      id: 'payment',
      title: 'Payment',
      questions: [
        { id: 'account', kind: 'bank', label: 'Where should we pay it?' },
        { id: 'letter', kind: 'file', label: 'A letter about your rent' },
        {
          id: 'true',
          kind: 'declaration',
          label: 'Declaration',
          statement: 'What I have said is right as far as I know.',
        },
      ],
    },
  ],
  values: [{ id: 'a-year', is: 'income * 52', shown: 'money', label: 'Earned in a year' }],
  checks: [{ that: 'income < pounds(5000)', at: 'income', say: 'Say what comes in in a week, not in a year' }],
  outcomes: [
    {
      id: 'elsewhere',
      when: 'answered.lives_here && !lives_here',
      title: 'You cannot have this grant',
      reason: ['It is for people who live in Estuary.'],
      basis: 'the grant scheme of 2026, part 2',
      help: [{ text: 'Council Tax', service: 'council-tax' }],
    },
    {
      id: 'estimate',
      when: 'answered.income && income < pounds(200)',
      title: 'You may get the grant',
      reason: ['You earn {{a-year}} in a year.'],
      mayGoOn: true,
    },
  ],
  promises: { primary: 'enquiry-answered' },
  script: {
    say: ['I can fill this in with you.'],
    ask: [{ question: 'income', words: 'And what comes in each week, before tax?' }],
    tell: ['We will write to you {{due}}.'],
  },
  mustTell: ['When we decide: {{promise}}'],
};

/** Offer it in the demonstration council of this test's house. */
export async function offerHardshipGrant({ deps, councilId, clock }: TestApp): Promise<void> {
  const body = JSON.stringify(serviceSchema.parse(SERVICE));
  await deps.db.pool.query(
    `insert into council_documents (council_id, kind, slug, version, hash, body, source, is_current, made_at, made_by)
     values ($1, 'service', $2, 1, 'test', $3, 'folder', true, $4, 'test')`,
    [councilId, SERVICE.slug, body, clock.now()],
  );
  await deps.db.pool.query('update councils set revision = revision + 1 where id = $1', [councilId]);
}
