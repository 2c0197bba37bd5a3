import { attrs, contract, field, flag, inner, part, text } from '#test/govuk-contract';
import { TextInput } from './text-input.tsx';

contract('input', {
  render: (options) => (
    <TextInput
      {...field(options)}
      type={text(options, 'type') as 'text'}
      value={text(options, 'value')}
      prefix={part(options, 'prefix')}
      suffix={part(options, 'suffix')}
      wrapper={{ class: text(inner(options, 'inputWrapper'), 'classes'), attrs: attrs(inner(options, 'inputWrapper')) }}
      autocomplete={text(options, 'autocomplete')}
      autocapitalize={text(options, 'autocapitalize')}
      inputmode={text(options, 'inputmode') as 'text'}
      pattern={text(options, 'pattern')}
      spellcheck={flag(options, 'spellcheck')}
    />
  ),
});
