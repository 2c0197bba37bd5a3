import type { ComponentChildren } from 'preact';
import { cx } from '../../parts.ts';

export interface ScrollRegionProps {
  /** What is in it, for somebody who cannot see it. */
  label: string;
  class?: string | undefined;
  children: ComponentChildren;
}

/** A part that scrolls sideways where it is wider than the page. The keyboard can reach it, or nobody could scroll it without a mouse. */
export function ScrollRegion({ label, children, ...props }: ScrollRegionProps) {
  return (
    <section class={cx('fd-scroll', props.class)} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
