import type { ComponentChildren } from 'preact';
import { href as safe } from '../../href.ts';
import { type Attrs, cx } from '../../parts.ts';
import { useWords } from '../../words.ts';

export interface SkipLinkProps {
  href?: string | undefined;
  children?: ComponentChildren;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** Past the navigation, for those who go by keyboard. Seen when it has the focus. */
export function SkipLink({ href, children, attrs, ...props }: SkipLinkProps) {
  const words = useWords();
  return (
    <a
      href={safe(href || '#content')}
      class={cx('govuk-skip-link', props.class)}
      {...attrs}
      data-module="govuk-skip-link"
    >
      {children ?? words.skip}
    </a>
  );
}
