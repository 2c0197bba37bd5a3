import { contract, count, field, flag, text } from '#test/govuk-contract';
import { Textarea } from './textarea.tsx';

contract('textarea', {
  render: (options) => (
    <Textarea
      {...field(options)}
      value={text(options, 'value')}
      rows={count(options, 'rows')}
      spellcheck={flag(options, 'spellcheck')}
      autocomplete={text(options, 'autocomplete')}
    />
  ),
});
