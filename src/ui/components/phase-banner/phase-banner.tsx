import type { ComponentChildren } from 'preact';
import { type Attrs, cx, type Part, part, type Words } from '../../parts.ts';
import { Tag } from '../tag/tag.tsx';

export interface PhaseBannerProps {
  tag: Words;
  children?: ComponentChildren;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** That this is a demonstration, or new and still changing. */
export function PhaseBanner({ tag, children, attrs, ...props }: PhaseBannerProps) {
  const found = part<Part>(tag);
  return (
    <div class={cx('govuk-phase-banner govuk-width-container', props.class)} {...attrs}>
      <p class="govuk-phase-banner__content">
        <Tag class={cx('govuk-phase-banner__content__tag', found?.class)}>{found?.text}</Tag>
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  );
}
