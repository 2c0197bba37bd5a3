import { DateInput } from './date-input.tsx';

export const dateInputExamples = {
  'with an error in the month': (
    <DateInput
      name="since"
      legend={{ text: 'When did it start?', size: 'm' }}
      hint="For example, 24 11 2026"
      error="The month must be between 1 and 12"
      values={{ 'since-day': '24', 'since-month': '14', 'since-year': '2026' }}
      items={[
        { name: 'day', label: 'Day' },
        { name: 'month', label: 'Month', isWrong: true },
        { name: 'year', label: 'Year', width: 4 },
      ]}
    />
  ),
};
