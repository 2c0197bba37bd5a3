import { attrs, contract, part, text, words } from '#test/govuk-contract';
import { PhaseBanner } from './phase-banner.tsx';

contract('phase-banner', {
  render: (options) => (
    <PhaseBanner tag={part(options, 'tag')} class={text(options, 'classes')} attrs={attrs(options)}>
      {words(options)}
    </PhaseBanner>
  ),
});
