import { Select } from './select.tsx';

export const selectExamples = {
  'one of many': (
    <Select
      name="ward"
      label="Ward"
      value="grays"
      items={[
        { value: '', text: 'Choose a ward' },
        { value: 'grays', text: 'Grays Riverside' },
        { value: 'tilbury', text: 'Tilbury St Chads' },
      ]}
    />
  ),
};
