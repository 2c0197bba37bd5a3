import type { Answers } from '#modules/questions';
import { plusDays } from '#platform/calendar';
import type { Chance } from './chance.ts';

export interface Wanted {
  answers: Answers;
  /** The reason of the service's own list that an officer gives, and what is decided. */
  decided: { result: 'granted' | 'refused' | 'part'; reason: string };
}

/** What somebody answers who applies on this day (YYYY-MM-DD), and what comes of it when an officer has looked. */
export const APPLICATIONS: Record<string, (chance: Chance, today: string) => Wanted> = {
  'council-tax-single-person-discount': (chance, today) => {
    const leaves = chance.is(0.6);
    const student = chance.is(0.3);
    const gone = { 'why-alone': 'moved-out', 'who-left': { parts: { name: 'Sam Reeve' } } };
    return {
      answers: {
        'on-bill': 'yes',
        adults: student ? 2 : 1,
        ...(student && { disregards: ['student'], 'others-counted': 0 }),
        since: plusDays(today, -Math.round(chance.between(3, 60))),
        ...(leaves && !student ? gone : { 'why-alone': student ? 'does-not-count' : 'moved-in' }),
        declared: true,
      },
      decided: { result: 'granted', reason: student ? 'others-do-not-count' : 'only-adult' },
    };
  },
  'council-tax-exemption': (chance, today) => ({
    answers: {
      'lived-in': true,
      'class-lived-in': chance.pick(['n', 'n', 'u']),
      students: Math.round(chance.between(2, 5)),
      since: plusDays(today, -20),
      declared: true,
    },
    decided: chance.is(0.7)
      ? { result: 'granted', reason: 'class-fits' }
      : { result: 'refused', reason: 'somebody-counts' },
  }),
  'council-tax-move': (chance, today) => ({
    answers: {
      direction: 'in',
      day: plusDays(today, Math.round(chance.between(-14, 14))),
      'own-or-rent': 'own',
      others: false,
      declared: true,
    },
    decided: { result: 'granted', reason: 'account-opened' },
  }),
  'change-of-circumstances': (chance, today) => ({
    answers: {
      gets: 'yes',
      what: ['money'],
      since: plusDays(today, -7),
      'money-from': chance.pick(['A new job at the bakery', 'Fewer hours at work', 'Statutory sick pay']),
      'money-now': Math.round(chance.between(180, 420)) * 100,
      declared: true,
    },
    decided: chance.is(0.8)
      ? { result: 'granted', reason: 'noted' }
      : { result: 'refused', reason: 'makes-no-difference' },
  }),
  'blue-badge': (chance) => ({
    answers: {
      where: true,
      automatic: [chance.pick(['pip-moving', 'dla', 'blind'])],
      helped: 'with-us',
      holder: { parts: { name: 'Edith Marlow', born: '1941-05-09' } },
      renewal: chance.is(0.4),
    },
    decided: { result: 'granted', reason: 'automatic' },
  }),
};
