import { attrs, contract, count, inner, list, type Options, part, text, words } from '#test/govuk-contract';
import { SummaryList } from './summary-list.tsx';

function actions(options: Options) {
  if (!options['actions']) return undefined;
  const found = inner(options, 'actions');
  const items = list(found, 'items').map((item) => ({
    text: words(item),
    href: text(item, 'href') ?? '',
    hidden: text(item, 'visuallyHiddenText'),
    class: text(item, 'classes'),
    attrs: attrs(item),
  }));
  return found['items'] ? { items, class: text(found, 'classes') } : undefined;
}

function card(options: Options) {
  if (!options['card']) return undefined;
  const found = inner(options, 'card');
  const title = inner(found, 'title');
  return {
    title: found['title']
      ? { ...part(title), text: words(title), headingLevel: count(title, 'headingLevel') as 2 }
      : undefined,
    actions: actions(found),
    class: text(found, 'classes'),
    attrs: attrs(found),
  };
}

contract('summary-list', {
  render: (options) => (
    <SummaryList
      rows={list(options, 'rows').map((row) => ({
        key: part(row, 'key'),
        value: part(row, 'value'),
        actions: actions(row),
        class: text(row, 'classes'),
      }))}
      card={card(options)}
      class={text(options, 'classes')}
      attrs={attrs(options)}
    />
  ),
});
