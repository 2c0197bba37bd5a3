import { attrs, contract, field, flag, list, text } from '#test/govuk-contract';
import { Select } from './select.tsx';

contract('select', {
  render: (options) => (
    <Select
      {...field(options)}
      value={text(options, 'value')}
      items={list(options, 'items').map((item) => ({
        text: text(item, 'text') ?? '',
        value: text(item, 'value'),
        selected: flag(item, 'selected'),
        disabled: flag(item, 'disabled'),
        attrs: attrs(item),
      }))}
    />
  ),
});
