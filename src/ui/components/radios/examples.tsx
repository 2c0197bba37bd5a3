import { Radios } from './radios.tsx';

export const radiosExamples = {
  'with a hint for each, an error and something that opens': (
    <Radios
      name="bin"
      legend={{ text: 'Which bin was missed?', size: 'm' }}
      hint="If more than one was missed, choose the first. You can add others next."
      error="Select which bin was missed"
      value="other"
      items={[
        { value: 'blue', text: 'Blue bin', hint: 'Paper, card, cans and plastic' },
        { value: 'brown', text: 'Brown bin', hint: 'Garden waste' },
        { divider: 'or' },
        { value: 'other', text: 'Something else', conditional: <p class="govuk-body">Tell us on the next page.</p> },
      ]}
    />
  ),
  'beside each other': (
    <Radios
      name="fixed"
      inline
      legend="Is it fixed?"
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ]}
    />
  ),
};
