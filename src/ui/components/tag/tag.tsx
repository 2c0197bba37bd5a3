import type { ComponentChildren } from 'preact';
import { type Attrs, cx } from '../../parts.ts';

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

export interface TagProps {
  children: ComponentChildren;
  colour?: TagColour | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** The state of a thing in a word or two. The colour only repeats what the word says. */
export function Tag({ children, colour, attrs, ...props }: TagProps) {
  return (
    <strong class={cx('govuk-tag', colour && `govuk-tag--${colour}`, props.class)} {...attrs}>
      {children}
    </strong>
  );
}
