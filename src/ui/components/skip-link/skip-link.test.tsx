import { attrs, contract, text, words } from '#test/govuk-contract';
import { SkipLink } from './skip-link.tsx';

contract('skip-link', {
  render: (options) => (
    <SkipLink href={text(options, 'href')} class={text(options, 'classes')} attrs={attrs(options)}>
      {words(options) ?? ''}
    </SkipLink>
  ),
});
