import { beforeAll, expect, test } from 'vitest';
import { type Answers, type Form, walk } from '#modules/questions';
import { formOf, isApplication } from '#modules/services';
import { readDemonstrationFolder } from '#test/council-check';

let form: Form;
beforeAll(async () => {
  const { services } = await readDemonstrationFolder();
  const service = services.filter(isApplication).find(({ slug }) => slug === 'council-tax-support');
  if (!service) throw new Error('no council tax support');
  form = formOf(service);
});

/** Somebody of 76 who rents from a housing association; money in pence for a week. */
const ALONE: Answers = {
  born: '1950-05-02',
  partner: false,
  'home-kind': 'association',
  rent: 12_000,
  bill: 2_450,
  guarantee: false,
  income: 30_000,
  savings: 1_100_000,
  'other-adults': false,
};

const TODAY = '2026-11-24';

function estimate(answers: Answers, today = TODAY) {
  const { outcome, values } = walk(form, { answers: { ...ALONE, ...answers }, today });
  return { result: outcome?.id, tax: Number(values['tax-help']), rent: Number(values['rent-help']) };
}

function withAdults(...adults: Answers[]): Answers {
  const items = adults.map((answers, index) => ({ id: String(index + 1), answers }));
  return { 'other-adults': true, spared: false, adults: items, 'adults.more': false };
}

test('20p for each pound above the need comes off the council tax and 65p off the rent', () => {
  expect(estimate({})).toEqual({ result: 'estimate', tax: 2_450 - 920, rent: 12_000 - 2_990 });
});

test('who came to pension age from April 2021 on needs less', () => {
  expect(estimate({ born: '1955-03-31' })).toMatchObject({ tax: 1_530 });
  expect(estimate({ born: '1955-04-01' })).toMatchObject({ tax: 2_450 - 1_280 });
});

test('of a couple, one who came to pension age before April 2021 is enough for the higher need', () => {
  const couple = { partner: true, born: '1955-04-01', income: 40_000 };
  expect(estimate({ ...couple, 'partner-born': '1955-03-31' })).toMatchObject({ tax: 2_450 - 373 });
  expect(estimate({ ...couple, 'partner-born': '1955-04-02' })).toMatchObject({ tax: 2_450 - 775 });
});

test('the amounts are those of the day', () => {
  expect(estimate({}, '2026-03-31')).toMatchObject({ tax: 2_450 - 1_152 });
});

test.each([
  [27_899, 520, 4_685],
  [27_900, 1_060, 6_435],
  [48_499, 1_060, 10_520],
  [48_500, 1_330, 11_985],
  [60_500, 1_595, 13_145],
  [19_199, 520, 2_040],
])('for an adult who earns %i pence, %i come off the council tax and %i off the rent', (pay, tax, rent) => {
  const guaranteed = { guarantee: true, rent: 50_000 };
  const result = estimate({ ...guaranteed, ...withAdults({ 'adult-is': 'work', 'adult-pay': pay }) });
  expect(result).toEqual({ result: 'estimate', tax: 2_450 - tax, rent: 50_000 - rent });
});

test('each adult counts, and those whom the law spares do not', () => {
  const adults = withAdults(
    { 'adult-is': 'other' },
    { 'adult-is': 'student' },
    { 'adult-is': 'pension-credit' },
    { 'adult-is': 'benefit', 'adult-young': true },
    { 'adult-is': 'benefit', 'adult-young': false },
  );
  expect(estimate({ guarantee: true, ...adults })).toMatchObject({ tax: 2_450 - 520, rent: 12_000 - 2 * 2_040 });
});

test('nothing comes off for other adults where one of the couple is blind or needs care', () => {
  const answers = { guarantee: true, 'other-adults': true, spared: true };
  expect(estimate(answers)).toEqual({ result: 'estimate', tax: 2_450, rent: 12_000 });
});

test('a couple of whom one is of pension age is not told that they have too much saved', () => {
  expect(
    estimate({ partner: true, 'partner-born': '1985-05-02', savings: 1_500_000, 'home-kind': 'own' }),
  ).toMatchObject({
    result: 'one-of-age',
  });
});
