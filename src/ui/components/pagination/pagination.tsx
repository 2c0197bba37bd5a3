import type { ComponentChildren } from 'preact';
import { type Attrs, cx } from '../../parts.ts';
import { useWords } from '../../words.ts';
import { ArrowLink, type ArrowTo } from './arrow-link.tsx';
import { type PageNumber, PageNumbers } from './page-numbers.tsx';

export interface PaginationProps {
  previous?: ArrowTo | undefined;
  next?: ArrowTo | undefined;
  /** Only where the number of pages is known and small; long lists go by key with previous and next. */
  items?: readonly PageNumber[] | undefined;
  label?: string | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** To the rows before and after these. */
export function Pagination({ previous, next, items, label, attrs, ...props }: PaginationProps) {
  const words = useWords();
  const block = !items && Boolean(previous ?? next);
  return (
    <nav
      class={cx('govuk-pagination', block && 'govuk-pagination--block', props.class)}
      aria-label={label ?? words.pagination}
      {...attrs}
    >
      <Arrow to={previous} side="prev" block={block} word={words.previous} />
      {items ? <PageNumbers items={items} /> : null}
      <Arrow to={next} side="next" block={block} word={words.next} />
    </nav>
  );
}

interface ArrowProps {
  to: ArrowTo | undefined;
  side: 'prev' | 'next';
  block: boolean;
  word: ComponentChildren;
}

function Arrow({ to, side, block, word }: ArrowProps) {
  const words = useWords();
  if (!to) return null;
  return (
    <ArrowLink to={to} side={side} block={block}>
      {to.text ?? (
        <>
          {word}
          <span class="govuk-visually-hidden"> {words.page}</span>
        </>
      )}
    </ArrowLink>
  );
}
