import type { ComponentChildren } from 'preact';
import { href } from '../href.ts';
import { cx } from '../parts.ts';

export interface Tile {
  title: string;
  href: string;
  text?: ComponentChildren;
}

/** Ways to go on, each with a line that says what is there. */
export function Tiles({ items }: { items: readonly Tile[] }) {
  return (
    <ul class="fd-tiles">
      {items.map((tile) => (
        <li key={tile.href} class="fd-tile">
          <a class="fd-tile__link" href={href(tile.href)}>
            {tile.title}
          </a>
          {tile.text ? <p>{tile.text}</p> : null}
        </li>
      ))}
    </ul>
  );
}

/** A thing by itself on the ground of the page. */
export function Card({ children, class: extra }: { children: ComponentChildren; class?: string | undefined }) {
  return <div class={cx('fd-card', extra)}>{children}</div>;
}

/** The first thing on the home page: the question, and the search that answers it. */
export function Hero({ children }: { children: ComponentChildren }) {
  return <div class="fd-hero">{children}</div>;
}
