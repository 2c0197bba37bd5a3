import type { ComponentChildren } from 'preact';
import { href as safe } from '../href.ts';

export interface CountedHeadingProps {
  children: ComponentChildren;
  count: number;
  /** The rows behind the number. */
  href?: string | undefined;
  level?: 1 | 2 | 3 | undefined;
  size?: 's' | 'm' | 'l' | undefined;
}

/** A heading with how many there are; the number leads to them. */
export function CountedHeading({ children, count, href, level = 2, size = 'm' }: CountedHeadingProps) {
  const Heading = `h${level}` as const;
  const number = count.toLocaleString('en-GB');
  return (
    <Heading class={`govuk-heading-${size} fd-counted`}>
      {children}{' '}
      {href ? (
        <a class="fd-count" href={safe(href)}>
          {number}
        </a>
      ) : (
        <span class="fd-count">{number}</span>
      )}
    </Heading>
  );
}
