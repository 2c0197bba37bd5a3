import type { ComponentChildren } from 'preact';
import { href } from '../../href.ts';
import { type Attrs, cx } from '../../parts.ts';

export interface HeaderProps {
  /** The council's name, or its logo with the name as its text. */
  children?: ComponentChildren;
  url?: string | undefined;
  /** What stands at the other end: search, sign-in. */
  end?: ComponentChildren;
  containerClass?: string | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** Whose website this is, and the way home. No crown: it belongs to central government. */
export function Header({ children, url, end, containerClass, attrs, ...props }: HeaderProps) {
  return (
    <div class={cx('govuk-generic-header', props.class)} {...attrs}>
      <div class={cx('govuk-generic-header__container', containerClass || 'govuk-width-container')}>
        <div class="govuk-generic-header__logo">
          <a href={href(url || '/')} class="govuk-generic-header__homepage-link">
            {children}
          </a>
        </div>
        {end}
      </div>
    </div>
  );
}
