import { attrs, contract, flag, list, text, words } from '#test/govuk-contract';
import { Breadcrumbs } from './breadcrumbs.tsx';

contract('breadcrumbs', {
  render: (options) => (
    <Breadcrumbs
      items={list(options, 'items').map((item) => ({
        text: words(item),
        href: text(item, 'href'),
        attrs: attrs(item),
      }))}
      label={text(options, 'labelText')}
      collapse={flag(options, 'collapseOnMobile')}
      class={text(options, 'classes')}
      attrs={attrs(options)}
    />
  ),
});
