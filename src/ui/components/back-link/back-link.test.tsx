import { attrs, contract, text, words } from '#test/govuk-contract';
import { BackLink } from './back-link.tsx';

contract('back-link', {
  render: (options) => (
    <BackLink href={text(options, 'href') ?? '#'} class={text(options, 'classes')} attrs={attrs(options)}>
      {words(options) || undefined}
    </BackLink>
  ),
});
