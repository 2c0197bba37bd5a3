import type { ComponentChildren } from 'preact';
import { type Attrs, cx } from '../../parts.ts';

export interface InsetTextProps {
  children?: ComponentChildren;
  id?: string | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** Something that stands out of the text without being a warning. */
export function InsetText({ children, id, attrs, ...props }: InsetTextProps) {
  return (
    <div class={cx('govuk-inset-text', props.class)} {...attrs} id={id ?? attrs?.id}>
      {children}
    </div>
  );
}
