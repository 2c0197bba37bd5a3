import type { ComponentChildren } from 'preact';
import { href } from '../../href.ts';
import { type Attrs, cx } from '../../parts.ts';
import { useWords } from '../../words.ts';

export interface Tab {
  label: string;
  children: ComponentChildren;
  id?: string | undefined;
  attrs?: Attrs | undefined;
  panelAttrs?: Attrs | undefined;
}

export interface TabsProps {
  items: readonly Tab[];
  idPrefix?: string | undefined;
  title?: string | undefined;
  id?: string | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** Parts of which one is read at a time. Without JavaScript: a list of contents over all the parts. */
export function Tabs({ items, idPrefix = 'tab', title, id, attrs, ...props }: TabsProps) {
  const words = useWords();
  const tabs = items.map((tab, index) => ({ ...tab, index, panel: tab.id ?? `${idPrefix}-${index + 1}` }));
  return (
    <div class={cx('govuk-tabs', props.class)} {...attrs} id={id ?? attrs?.id} data-module="govuk-tabs">
      <h2 class="govuk-tabs__title">{title ?? words.contents}</h2>
      {tabs.length > 0 ? (
        <ul class="govuk-tabs__list">
          {tabs.map(({ label, panel, index, attrs }) => (
            <li key={panel} class={cx('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}>
              <a class="govuk-tabs__tab" href={href(`#${panel}`)} {...attrs}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {tabs.map(({ children, panel, index, panelAttrs }) => (
        <div
          key={panel}
          class={cx('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden')}
          {...panelAttrs}
          id={panel}
        >
          {typeof children === 'string' ? <p class="govuk-body">{children}</p> : children}
        </div>
      ))}
    </div>
  );
}
