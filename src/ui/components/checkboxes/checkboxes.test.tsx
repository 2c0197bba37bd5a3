import { choice, contract, field, fieldset, list, type Options, text } from '#test/govuk-contract';
import { Checkboxes } from './checkboxes.tsx';

const ABSENT = 'An absent item still counts for the numbers in GOV.UK ids; our lists hold no absent items';

contract('checkboxes', {
  leftOut: { 'with falsy values': ABSENT },
  render: (options) => (
    <Checkboxes
      {...field(options)}
      {...fieldset(options)}
      idPrefix={text(options, 'idPrefix')}
      chosen={options['values'] as string[] | undefined}
      items={list(options, 'items').map(checkbox)}
    />
  ),
});

function checkbox(item: Options) {
  const found = choice(item);
  return 'divider' in found
    ? found
    : { ...found, name: text(item, 'name'), exclusive: item['behaviour'] === 'exclusive' };
}
