import type { ComponentChildren } from 'preact';
import { href } from '../../href.ts';
import { type Attrs, cx } from '../../parts.ts';
import { useWords } from '../../words.ts';

export interface NavItem {
  text?: ComponentChildren;
  href?: string | undefined;
  /** This very page. */
  current?: boolean | undefined;
  /** This page is somewhere below it. */
  active?: boolean | undefined;
  attrs?: Attrs | undefined;
}

export interface NavListProps {
  items?: readonly NavItem[] | undefined;
  itemsStart?: ComponentChildren;
  itemsEnd?: ComponentChildren;
  id?: string | undefined;
  navLabel?: string | undefined;
  navClass?: string | undefined;
  menuText?: string | undefined;
  menuLabel?: string | undefined;
  /** Behind a "Menu" button on small screens, once JavaScript is there. */
  collapse?: boolean | undefined;
}

/** The links themselves. */
export function NavList({ items = [], itemsStart, itemsEnd, id = 'navigation', ...props }: NavListProps) {
  const words = useWords();
  const menu = props.menuText || words.menu;
  if (items.length === 0 && !itemsStart && !itemsEnd) return null;
  return (
    <nav aria-label={props.navLabel || menu} class={cx('govuk-service-navigation__wrapper', props.navClass)}>
      {(props.collapse ?? items.length > 1) ? <MenuButton menu={menu} label={props.menuLabel} controls={id} /> : null}
      <ul class="govuk-service-navigation__list" id={id}>
        {itemsStart}
        {items.map((item, index) => (
          <NavListItem key={index} item={item} />
        ))}
        {itemsEnd}
      </ul>
    </nav>
  );
}

function MenuButton({ menu, label, controls }: { menu: string; label: string | undefined; controls: string }) {
  return (
    <button
      type="button"
      class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
      aria-controls={controls}
      aria-label={label && label !== menu ? label : undefined}
      hidden
      aria-hidden="true"
    >
      {menu}
    </button>
  );
}

function NavListItem({ item }: { item: NavItem }) {
  const isHere = Boolean(item.active) || Boolean(item.current);
  const here = isHere ? (item.current ? 'page' : 'true') : undefined;
  // Strong, so that whoever overrides colours and styles still sees where they are.
  const text = isHere ? <strong class="govuk-service-navigation__active-fallback">{item.text}</strong> : item.text;
  return (
    <li class={cx('govuk-service-navigation__item', isHere && 'govuk-service-navigation__item--active')}>
      {item.href ? (
        <a class="govuk-service-navigation__link" href={href(item.href)} aria-current={here} {...item.attrs}>
          {text}
        </a>
      ) : item.text ? (
        <span class="govuk-service-navigation__text" aria-current={here}>
          {text}
        </span>
      ) : null}
    </li>
  );
}
