import { dateFields, type Sheet } from './apply.ts';

interface Application {
  /** Answers with which it is sent. */
  full: Sheet;
  promise: string;
  team: string;
  /** What else must be answered for each result to be told. */
  results: Readonly<Record<string, Sheet>>;
}

const TRUE = { declared: 'yes' };

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
      'old-address': {
        'old-address-line-1': '4 Quay Street',
        'old-address-line-2': '',
        'old-address-town': 'Grays',
        'old-address-postcode': 'RM17 5EF',
      },
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
};
