import { attrs, contract, inner, list, type Options, text, words } from '#test/govuk-contract';
import { Tabs } from './tabs.tsx';

function tab(item: Options) {
  const panel = inner(item, 'panel');
  return {
    label: text(item, 'label') ?? '',
    id: text(item, 'id'),
    children: words(panel),
    attrs: attrs(item),
    panelAttrs: attrs(panel),
  };
}

contract('tabs', {
  render: (options) => (
    <Tabs
      items={list(options, 'items').map(tab)}
      idPrefix={text(options, 'idPrefix')}
      title={text(options, 'title')}
      id={text(options, 'id')}
      class={text(options, 'classes')}
      attrs={attrs(options)}
    />
  ),
});
