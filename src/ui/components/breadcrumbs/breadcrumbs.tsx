import type { ComponentChildren } from 'preact';
import { href } from '../../href.ts';
import { type Attrs, cx } from '../../parts.ts';
import { useWords } from '../../words.ts';

export interface Crumb {
  text: ComponentChildren;
  /** Without it this is the page itself. */
  href?: string | undefined;
  attrs?: Attrs | undefined;
}

export interface BreadcrumbsProps {
  items: readonly Crumb[];
  label?: string | undefined;
  /** On a small screen show only the first and the last step. */
  collapse?: boolean | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** Where this page is. */
export function Breadcrumbs({ items, label, collapse, attrs, ...props }: BreadcrumbsProps) {
  const words = useWords();
  const look = cx('govuk-breadcrumbs', props.class, collapse && 'govuk-breadcrumbs--collapse-on-mobile');
  return (
    <nav class={look} {...attrs} aria-label={label ?? words.breadcrumb}>
      <ol class="govuk-breadcrumbs__list">
        {items.map((item) =>
          item.href ? (
            <li key={item.href} class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={href(item.href)} {...item.attrs}>
                {item.text}
              </a>
            </li>
          ) : (
            <li key="here" class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.text}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
