import { href } from '../../href.ts';
import { type Attrs, cx } from '../../parts.ts';
import { useWords } from '../../words.ts';

export interface PageLink {
  number: number | string;
  href: string;
  current?: boolean | undefined;
  label?: string | undefined;
  attrs?: Attrs | undefined;
}

export type PageNumber = PageLink | { ellipsis: true };

/** The pages by number. */
export function PageNumbers({ items }: { items: readonly PageNumber[] }) {
  return (
    <ul class="govuk-pagination__list">
      {items.map((item, index) => (
        <PageItem key={index} item={item} />
      ))}
    </ul>
  );
}

function PageItem({ item }: { item: PageNumber }) {
  const words = useWords();
  if ('ellipsis' in item) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  return (
    <li class={cx('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={href(item.href)}
        aria-label={item.label ?? words.pageNumber.replace('%{number}', String(item.number))}
        aria-current={item.current ? 'page' : undefined}
        {...item.attrs}
      >
        {item.number}
      </a>
    </li>
  );
}
