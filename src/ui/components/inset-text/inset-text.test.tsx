import { attrs, contract, text, words } from '#test/govuk-contract';
import { InsetText } from './inset-text.tsx';

contract('inset-text', {
  render: (options) => (
    <InsetText id={text(options, 'id')} class={text(options, 'classes')} attrs={attrs(options)}>
      {words(options)}
    </InsetText>
  ),
});
