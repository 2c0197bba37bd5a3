import { attrs, contract, flag, list, text, words } from '#test/govuk-contract';
import { ErrorSummary } from './error-summary.tsx';

contract('error-summary', {
  render: (options) => (
    <ErrorSummary
      title={words(options, 'title') ?? ''}
      description={words(options, 'description')}
      items={list(options, 'errorList').map((item) => ({
        text: words(item),
        href: text(item, 'href'),
        attrs: attrs(item),
      }))}
      disableAutoFocus={flag(options, 'disableAutoFocus')}
      class={text(options, 'classes')}
      attrs={attrs(options)}
    />
  ),
});
