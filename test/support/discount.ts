import { serviceSchema } from '#modules/services';
import type { TestApp } from './app.ts';
import type { Browser } from './browser.ts';
import { amend } from './hand-overs.ts';

/** A small application that is decided by an officer: living alone, with two pieces of evidence. */
export const discountService = {
  slug: 'living-alone',
  kind: 'application',
  name: 'Discount for living alone',
  summary: 'Pay less council tax when you are the only adult at home.',
  topic: 'money',
  words: { what: 'A discount.', who: 'Anyone who lives alone.', next: 'We look at it.', howLong: '10 working days.' },
  codes: null,
  tier: 'authorised',
  contactReason: 'simple-assessment',
  channels: ['web', 'phone', 'counter'],
  owner: { team: 'housing' },
  contact: 'main-line',
  promises: { primary: 'enquiry-answered' },
  script: { say: ['Hello'], tell: ['Thank you'] },
  mustTell: ['We answer within 10 working days.'],
  steps: [
    {
      id: 'home',
      title: 'Your home',
      questions: [
        { id: 'alone', kind: 'yes-no', label: 'Are you the only adult there?', missing: 'Choose yes or no' },
        { id: 'student', kind: 'yes-no', label: 'Does a student live with you?', missing: 'Choose yes or no' },
      ],
    },
  ],
  evidence: [
    {
      id: 'proof-of-address',
      name: 'Proof of address',
      why: 'We check that you live there.',
      examples: ['A bank statement from the last 2 months'],
      show: 'either',
      laterDays: 14,
      validDays: 30,
    },
    {
      id: 'student-letter',
      name: 'Letter from the university',
      why: 'It shows that the student does not count.',
      show: 'upload',
      required: false,
      when: { question: 'student', is: true },
    },
    {
      id: 'passport',
      name: 'Passport',
      why: 'We check who you are.',
      show: 'in-person',
      when: { question: 'alone', is: false },
    },
  ],
  decision: {
    reasons: [
      {
        id: 'only-adult',
        for: ['granted'],
        words: 'You are the only adult who counts.',
        basis: 'Section 11, Local Government Finance Act 1992',
      },
      {
        id: 'other-adult',
        for: ['refused'],
        words: 'Another adult who counts lives there.',
        basis: 'Section 11, Local Government Finance Act 1992',
      },
      {
        id: 'part-of-year',
        for: ['part'],
        words: 'You lived alone for part of the time.',
        basis: 'Section 11, Local Government Finance Act 1992',
      },
      {
        id: 'no-proof',
        for: ['more-needed'],
        words: 'We could not see who lives there.',
        basis: 'Our discount policy',
      },
    ],
    challenge: {
      kind: 'tribunal',
      words: 'You can ask us to look again. If you still disagree, you can appeal.',
      days: 60,
      to: 'The Valuation Tribunal for England',
      href: 'https://www.valuationtribunal.gov.uk',
      basis: 'Section 16, Local Government Finance Act 1992',
    },
  },
};

const DISCOUNT = 'living-alone';

/** Put the application in force in the demonstration council, with `changes` of the test's own. */
export async function withDiscount(house: TestApp, changes: object = {}): Promise<void> {
  const body = serviceSchema.parse({ ...discountService, ...changes });
  await amend(house, { kind: 'service', slug: DISCOUNT, changes: body });
}

export const discountDecision = discountService.decision;

const CONTACT = { name: 'Kay Sato', email: 'kay@example.com', phone: '' };
export const APPLY = `/services/${DISCOUNT}/apply`;

/** Begin the form and answer its questions; the next page is the first piece of evidence, if there is one. */
export async function answerDiscount(browser: Browser, { alone = 'yes', student = 'no' } = {}): Promise<void> {
  await browser.visit(APPLY);
  await browser.submit({}, APPLY);
  await browser.submit({ alone });
  await browser.submit({ student });
}

/** Contact details, check, send. Returns the reference. */
export async function sendDiscount(browser: Browser): Promise<string> {
  await browser.submit(CONTACT);
  await browser.submit({}, `${APPLY}/answers`);
  return /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(browser.text)?.[0] ?? '';
}

/** The second fact on the tracking page. */
export async function prove(browser: Browser, reference: string): Promise<void> {
  await browser.visit(`/track/${reference}`);
  if (browser.html.includes('name="fact"')) await browser.submit({ fact: CONTACT.email });
}
