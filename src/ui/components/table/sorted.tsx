import type { ComponentChildren } from 'preact';
import { href } from '../../href.ts';
import { useWords } from '../../words.ts';

export interface Sort {
  /** The address of this list in the other order. */
  href: string;
  /** The order that the list is in now by this column; absent when it is sorted by another. */
  direction?: 'ascending' | 'descending' | undefined;
}

const ARROWS = { ascending: '▲', descending: '▼' };

/** A column heading that sorts. */
export function Sorted({ sort, children }: { sort: Sort; children: ComponentChildren }) {
  const words = useWords();
  return (
    <a class="fd-sort" href={href(sort.href)}>
      {children}
      {sort.direction ? (
        <>
          <span aria-hidden="true"> {ARROWS[sort.direction]}</span>
          <span class="govuk-visually-hidden">, {words[sort.direction]}</span>
        </>
      ) : null}
    </a>
  );
}
