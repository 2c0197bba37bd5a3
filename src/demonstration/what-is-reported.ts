import type { Chance } from './chance.ts';

type Answers = Record<string, string | boolean | string[]>;

/** What somebody answers about each service, and what they say in their own words. */
export const REPORTS: Record<string, (chance: Chance) => { answers: Answers; words: string }> = {
  'missed-bin': (chance) => {
    const spilt = chance.is(0.2);
    const containers = [chance.pick(['rubbish', 'rubbish', 'recycling', 'garden', 'food'])];
    const where = spilt ? { 'spilt-where': 'On the pavement in front of the house' } : {};
    return {
      answers: { containers, 'out-in-time': chance.is(0.9), spilt, ...where },
      words: chance.pick([
        'The whole road was done except ours.',
        'It was out the night before.',
        'Second time this year.',
      ]),
    };
  },
  'fly-tipping': (chance) => ({
    answers: {
      what: [chance.pick(['bags', 'furniture', 'white-goods', 'builders', 'tyres', 'danger'])],
      amount: chance.pick(['one-item', 'car-boot', 'van', 'lorry']),
      blocks: chance.is(0.2),
      saw: chance.is(0.12),
    },
    words: chance.pick([
      'Next to the garages.',
      'At the end of the alley.',
      'Behind the bus shelter.',
      'It has grown since Sunday.',
    ]),
  }),
  'street-cleaning': (chance) => ({
    answers: {
      what: chance.pick(['litter', 'litter', 'bin-full', 'glass', 'dog', 'leaves', 'needles']),
      'near-school': chance.is(0.2),
    },
    words: chance.pick(['All along the fence.', 'By the crossing.', 'The leaves are slippery when it rains.']),
  }),
  pothole: (chance) => ({
    answers: {
      'where-in-road': chance.pick(['road', 'road', 'pavement', 'kerb', 'cycle-path']),
      danger: chance.is(0.15),
      size: chance.pick(['hand', 'dinner-plate', 'dustbin-lid']),
    },
    words: chance.pick([
      'Near the dropped kerb.',
      'It fills with water.',
      'Cyclists swerve round it.',
      'The slab rocks.',
    ]),
  }),
  'street-light': (chance) => {
    const fault = chance.pick(['out', 'out', 'flickers', 'day', 'damaged']);
    return {
      answers: { fault, ...(fault === 'damaged' && { danger: chance.is(0.4) }) },
      words: chance.pick(['Opposite the post box.', 'The one by the footpath.', 'It has been like this for a week.']),
    };
  },
  graffiti: (chance) => ({
    answers: {
      'on-what': chance.pick(['public', 'shop', 'utility', 'home']),
      offensive: chance.is(0.15),
      size: chance.pick(['small', 'door', 'wall']),
    },
    words: chance.pick(['On the wall of the underpass.', 'On the shutter.', 'Under the railway bridge.']),
  }),
  'abandoned-vehicle': (chance) => ({
    answers: {
      'kind-of-vehicle': chance.pick(['car', 'car', 'van', 'motorbike', 'caravan']),
      looks: chance.pick(['Silver hatchback', 'White van', 'Blue scooter', 'Small grey car']),
      state: [chance.pick(['broken', 'wheels', 'rubbish', 'none', 'none', 'burnt'])],
      since: chance.pick(['days', 'weeks', 'months']),
    },
    words: chance.pick(['It has not moved for weeks.', 'Two tyres are flat.', 'There is a notice on the window.']),
  }),
  noise: (chance) => ({
    answers: {
      'kind-of-noise': chance.pick(['music', 'music', 'dog', 'building', 'people']),
      now: false,
      'how-often': chance.pick(['once', 'weekly', 'most-days']),
      effect: chance.pick(['I cannot sleep before work.', 'The children wake up.', 'I cannot use the garden.']),
      spoken: chance.is(0.4),
    },
    words: '',
  }),
  'no-water': (chance) => ({
    answers: {
      tenure: chance.pick(['council', 'council', 'council', 'leaseholder', 'private']),
      flow: chance.pick(['none', 'some-taps', 'weak']),
      neighbours: chance.pick(['they-have', 'they-have', 'not-known']),
      'needs-water': chance.is(0.2),
      since: chance.pick(['hours', 'today', 'longer']),
    },
    words: '',
  }),
};

/** These are about the home of whoever asks. */
export const AT_HOME: readonly string[] = [
  'missed-bin',
  'no-water',
  'council-tax-single-person-discount',
  'council-tax-exemption',
  'council-tax-move',
  'change-of-circumstances',
];
/** These are about a person, wherever they are. */
export const NOWHERE: readonly string[] = ['blue-badge'];
/** Reports of these are shown to everybody, so that other systems may send them. */
export const IN_PUBLIC: readonly string[] = ['fly-tipping', 'street-cleaning', 'pothole', 'street-light', 'graffiti'];
