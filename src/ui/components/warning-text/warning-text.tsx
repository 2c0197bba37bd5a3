import type { ComponentChildren } from 'preact';
import { type Attrs, cx } from '../../parts.ts';
import { useWords } from '../../words.ts';

export interface WarningTextProps {
  children?: ComponentChildren;
  /** Read out instead of the sign. */
  prefix?: string | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** A consequence that people must know of: a fine, a danger, a date that ends something. */
export function WarningText({ children, prefix, attrs, ...props }: WarningTextProps) {
  const words = useWords();
  return (
    <div class={cx('govuk-warning-text', props.class)} {...attrs}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{prefix || words.warning}</span> {children}
      </strong>
    </div>
  );
}
