import { expect, test } from 'vitest';
import { hoursInWords } from './hours-in-words.ts';

const nine = [{ opens: '09:00', closes: '17:00' }];

test('neighbouring days with the same hours stand on one line', () => {
  const week = { monday: nine, tuesday: nine, wednesday: nine, thursday: nine, friday: nine };

  expect(hoursInWords({ week })).toEqual([{ days: 'Monday to Friday', hours: '9am to 5pm' }]);
});

test('a closed day parts the days around it', () => {
  const week = { monday: nine, tuesday: nine, thursday: nine, saturday: [{ opens: '09:30', closes: '12:00' }] };

  expect(hoursInWords({ week })).toEqual([
    { days: 'Monday and Tuesday', hours: '9am to 5pm' },
    { days: 'Thursday', hours: '9am to 5pm' },
    { days: 'Saturday', hours: '9:30am to midday' },
  ]);
});

test('two openings of one day are both said', () => {
  const week = { friday: [...nine, { opens: '20:00', closes: '24:00' }] };

  expect(hoursInWords({ week })).toEqual([{ days: 'Friday', hours: '9am to 5pm and 8pm to midnight' }]);
});

test('always is said in a word', () => {
  const always = [{ opens: '00:00', closes: '24:00' }];
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

  expect(hoursInWords({ week: Object.fromEntries(days.map((day) => [day, always])) })).toEqual([
    { days: 'Every day', hours: 'day and night' },
  ]);
});
