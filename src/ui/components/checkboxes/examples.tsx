import { Checkboxes } from './checkboxes.tsx';

export const checkboxesExamples = {
  'with none of these': (
    <Checkboxes
      name="waste"
      legend={{ text: 'What has been left?', size: 'm' }}
      chosen={['mattress']}
      items={[
        { value: 'mattress', text: 'A mattress or furniture' },
        { value: 'builders', text: 'Builders’ waste', hint: 'Rubble, plasterboard, timber' },
        { value: 'chemicals', text: 'Chemicals or oil' },
        { divider: 'or' },
        { value: 'none', text: 'None of these', exclusive: true },
      ]}
    />
  ),
  small: (
    <Checkboxes
      name="team"
      small
      legend="Teams"
      items={[
        { value: 'waste', text: 'Waste' },
        { value: 'housing', text: 'Housing' },
      ]}
    />
  ),
};
