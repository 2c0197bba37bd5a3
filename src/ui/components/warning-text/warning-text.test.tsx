import { attrs, contract, text, words } from '#test/govuk-contract';
import { WarningText } from './warning-text.tsx';

contract('warning-text', {
  render: (options) => (
    <WarningText prefix={text(options, 'iconFallbackText')} class={text(options, 'classes')} attrs={attrs(options)}>
      {words(options)}
    </WarningText>
  ),
});
