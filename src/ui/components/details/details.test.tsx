import { attrs, contract, flag, text, words } from '#test/govuk-contract';
import { Details } from './details.tsx';

contract('details', {
  render: (options) => (
    <Details
      summary={words(options, 'summary')}
      open={flag(options, 'open')}
      id={text(options, 'id')}
      class={text(options, 'classes')}
      attrs={attrs(options)}
    >
      {words(options)}
    </Details>
  ),
});
