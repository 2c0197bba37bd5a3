import { choice, contract, field, fieldset, list, text } from '#test/govuk-contract';
import { Radios } from './radios.tsx';

const ABSENT = 'An absent item still counts for the numbers in GOV.UK ids; our lists hold no absent items';

contract('radios', {
  leftOut: { 'with falsy items': ABSENT },
  render: (options) => (
    <Radios
      {...field(options)}
      {...fieldset(options)}
      idPrefix={text(options, 'idPrefix')}
      value={text(options, 'value')}
      items={list(options, 'items').map(choice)}
    />
  ),
});
