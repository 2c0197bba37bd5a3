import type { ComponentChildren } from 'preact';
import { href as safe } from '../../href.ts';
import { type Attrs, cx } from '../../parts.ts';
import { useWords } from '../../words.ts';

export interface BackLinkProps {
  href: string;
  children?: ComponentChildren;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** To the page before, with what was typed still there. */
export function BackLink({ href, children, attrs, ...props }: BackLinkProps) {
  const words = useWords();
  return (
    <a href={safe(href)} class={cx('govuk-back-link', props.class)} {...attrs}>
      {children ?? words.back}
    </a>
  );
}
