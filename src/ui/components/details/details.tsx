import type { ComponentChildren } from 'preact';
import { type Attrs, cx } from '../../parts.ts';

export interface DetailsProps {
  summary: ComponentChildren;
  children?: ComponentChildren;
  open?: boolean | undefined;
  id?: string | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** Something that only some people need to read. */
export function Details({ summary, children, open, id, attrs, ...props }: DetailsProps) {
  return (
    <details class={cx('govuk-details', props.class)} open={open} {...attrs} id={id ?? attrs?.id}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
