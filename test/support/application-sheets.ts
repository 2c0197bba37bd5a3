import { dateFields, type Sheet } from './apply.ts';

interface Application {
  /** Answers with which it is sent. */
  full: Sheet;
  /** When it is filled in, where that is not the day of the test. */
  now?: string;
  promise: string;
  team: string;
  /** What else must be answered for each result to be told. */
  results: Readonly<Record<string, Sheet>>;
}

const TRUE = { declared: 'yes' };
const WORKING_AGE = { born: dateFields('born', '1985-05-02') };
const RENT_HELP: Sheet = {
  benefit: 'universal-credit',
  need: 'shortfall',
  why: ['spare-room'],
  rent: '150',
  help: '121.50',
  money: { 'money-in': '900', food: '300', fuel: '180', debts: '0', rest: '200' },
  notice: 'no',
  reasons: 'I look after my mother nearby.',
  ...TRUE,
};

/** How each application of the demonstration council is filled in, by service. */
export const APPLICATIONS: Readonly<Record<string, Application>> = {
  'council-tax-single-person-discount': {
    full: {
      'on-bill': 'yes',
      account: '',
      adults: '1',
      since: dateFields('since', '2026-11-01'),
      'why-alone': 'moved-out',
      'who-left': { 'who-left-name': "Zoë O'Neil" },
      forwarding: '',
      ...TRUE,
    },
    promise: 'discount-decided',
    team: 'revenues-benefits',
    results: {
      empty: { adults: '0' },
      'two-adults': { adults: '2', disregards: ['none'], 'others-counted': '1' },
    },
  },
  'council-tax-exemption': {
    full: {
      'lived-in': 'yes',
      'class-lived-in': 'n',
      students: '3',
      since: dateFields('since', '2026-09-24'),
      until: dateFields('until', '2027-06-30'),
      account: '',
      more: '',
      ...TRUE,
    },
    promise: 'exemption-decided',
    team: 'revenues-benefits',
    results: {
      'no-class': { 'class-lived-in': 'none' },
      repairs: { 'lived-in': 'no', 'class-empty': 'repairs' },
      'probate-over': {
        'lived-in': 'no',
        'class-empty': 'f',
        probate: 'yes',
        'probate-day': dateFields('probate-day', '2026-01-05'),
      },
    },
  },
  'council-tax-move': {
    full: {
      direction: 'within',
      day: dateFields('day', '2026-12-01'),
      'old-address': addressFields('old-address'),
      'old-sold': 'rented',
      'own-or-rent': 'own',
      others: 'yes',
      adults: { 'adult-name': 'Ed', 'adult-student': 'yes' },
      ...TRUE,
    },
    promise: 'move-billed',
    team: 'revenues-benefits',
    results: { room: { 'own-or-rent': 'room' }, family: { 'own-or-rent': 'family' } },
  },
  'council-tax-support': {
    full: {
      born: dateFields('born', '1950-05-02'),
      partner: 'no',
      'home-kind': 'association',
      rent: '120',
      bill: '24.50',
      guarantee: 'no',
      income: '250',
      savings: '11,000',
      'other-adults': 'yes',
      spared: 'no',
      'adult-is': 'work',
      'adult-pay': '300',
      claimant: { 'claimant-name': 'Li', 'claimant-national-insurance': 'AB123456C' },
      'anybody-else': 'yes',
      household: {
        'member-name': 'Bo',
        ...dateFields('member-born', '2012-02-29'),
        'member-is': 'child',
      },
      landlord: { 'landlord-name': 'Thames Homes', 'landlord-contact': 'Ann', 'landlord-phone': '0306 999 0399' },
      'pay-landlord': 'no',
      bank: { 'bank-holder': 'Li', 'bank-sort-code': '30-94-30', 'bank-account': '12345678' },
      late: 'no',
      ...TRUE,
    },
    promise: 'benefit-decided',
    team: 'benefits',
    results: {
      estimate: {},
      'savings-over': { savings: '16000.01' },
      'one-of-age': { partner: 'yes', 'partner-born': dateFields('partner-born', '1985-05-02') },
      'own-savings-over': { ...WORKING_AGE, savings: '6001' },
      'rent-elsewhere': WORKING_AGE,
      'estimate-rent': { ...WORKING_AGE, 'home-kind': 'supported' },
      'own-estimate': { ...WORKING_AGE, income: '155', savings: '0' },
      'own-nothing': { ...WORKING_AGE, income: '310.01', savings: '0' },
    },
  },
  'change-of-circumstances': {
    full: {
      gets: 'yes',
      what: ['people', 'money'],
      since: dateFields('since', '2026-11-20'),
      people: { 'person-name': 'Al', 'person-does': 'in', 'person-adult': 'yes' },
      'new-money': { 'money-from': 'A new job', 'money-now': '310' },
      more: '',
      ...TRUE,
    },
    promise: 'change-done',
    team: 'benefits',
    results: { 'nothing-to-do': { gets: 'no', what: ['rent'] } },
  },
  'crisis-and-resilience-fund': {
    full: RENT_HELP,
    promise: 'housing-payment-decided',
    team: 'benefits',
    results: { 'no-benefit': { benefit: 'none' }, 'no-gap': { help: '150' } },
  },
  'discretionary-housing-payment': {
    now: '2026-03-31T22:00:00Z',
    full: RENT_HELP,
    promise: 'housing-payment-decided',
    team: 'benefits',
    results: { 'no-benefit': { benefit: 'none' }, 'no-gap': { help: '150' } },
  },
  homelessness: {
    full: { tonight: 'nowhere', who: ['alone'], story: '', 'safe-contact': 'Only text me' },
    promise: 'homelessness-contacted',
    team: 'housing-options',
    results: { tonight: { tonight: 'not-safe' } },
  },
  'housing-register': {
    full: {
      born: dateFields('born', '1990-03-01'),
      'years-here': 'three',
      address: addressFields('address'),
      applicant: { 'applicant-name': 'Sam Okafor', 'applicant-national-insurance': 'AB123456C' },
      others: 'yes',
      household: { 'member-name': 'Jo', ...dateFields('member-born', '2020-01-02'), 'member-is': 'Daughter' },
      'home-now': 'private',
      bedrooms: '1',
      reasons: ['crowded'],
      more: '',
      ...TRUE,
    },
    promise: 'register-decided',
    team: 'housing',
    results: {
      'too-young': { born: dateFields('born', '2010-11-25') },
      'no-tie': { 'years-here': 'less', tie: 'none' },
    },
  },
  'blue-badge': {
    full: {
      where: 'yes',
      automatic: ['none'],
      hard: ['walking'],
      helped: 'with-us',
      holder: { 'holder-name': 'Ivy Marsh', ...dateFields('holder-born', '1940-07-01') },
      'best-time': '',
      renewal: 'no',
    },
    promise: 'badge-help-given',
    team: 'adult-care',
    results: {
      'another-council': { where: 'no' },
      'short-time': { hard: ['short'] },
      unlikely: { hard: ['none'] },
      'by-yourself': { automatic: ['pip-moving'], helped: 'govuk' },
    },
  },
};

function addressFields(id: string): Record<string, string> {
  return {
    [`${id}-line-1`]: '4 Quay Street',
    [`${id}-line-2`]: '',
    [`${id}-town`]: 'Grays',
    [`${id}-postcode`]: 'RM17 5EF',
  };
}
