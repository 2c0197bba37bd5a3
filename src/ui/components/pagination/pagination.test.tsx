import { attrs, contract, flag, list, type Options, text, words } from '#test/govuk-contract';
import { Pagination } from './pagination.tsx';

function arrow(options: Options, key: string) {
  const found = options[key] as Options | undefined;
  if (!found?.['href']) return undefined;
  return { href: text(found, 'href') ?? '', text: words(found), label: text(found, 'labelText'), attrs: attrs(found) };
}

function page(item: Options) {
  if (flag(item, 'ellipsis')) return { ellipsis: true as const };
  return {
    number: text(item, 'number') ?? '',
    href: text(item, 'href') ?? '',
    current: flag(item, 'current'),
    label: text(item, 'visuallyHiddenText'),
    attrs: attrs(item),
  };
}

contract('pagination', {
  render: (options) => (
    <Pagination
      previous={arrow(options, 'previous')}
      next={arrow(options, 'next')}
      items={
        options['items']
          ? list(options, 'items')
              .filter((item) => Object.keys(item).length > 0)
              .map(page)
          : undefined
      }
      label={text(options, 'landmarkLabel') ?? 'Pagination'}
      class={text(options, 'classes')}
      attrs={attrs(options)}
    />
  ),
});
