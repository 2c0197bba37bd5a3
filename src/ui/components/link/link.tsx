import type { ComponentChildren } from 'preact';
import { href } from '../../href.ts';
import { type Attrs, cx } from '../../parts.ts';

export interface LinkProps {
  href: string;
  children: ComponentChildren;
  /** Read out after the words, for links that repeat: "Change" + "date of birth". */
  hidden?: ComponentChildren;
  inverse?: boolean | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** A link in text: underlined, with an address that was checked. */
export function Link({ hidden, inverse, attrs, ...props }: LinkProps) {
  return (
    <a class={cx('govuk-link', inverse && 'govuk-link--inverse', props.class)} href={href(props.href)} {...attrs}>
      {props.children}
      {hidden ? <span class="govuk-visually-hidden"> {hidden}</span> : null}
    </a>
  );
}
