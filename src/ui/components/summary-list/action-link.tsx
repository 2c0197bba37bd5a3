import type { ComponentChildren } from 'preact';
import { href } from '../../href.ts';
import { type Attrs, cx } from '../../parts.ts';

export interface SummaryAction {
  text: ComponentChildren;
  href: string;
  /** Read out after the words: "Change" + "your name". */
  hidden?: string | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

export interface SummaryActions {
  items: readonly SummaryAction[];
  class?: string | undefined;
}

/** One thing to do about a row or a card, which says about which when it is read out. */
export function ActionLink({ action, cardTitle }: { action: SummaryAction; cardTitle?: ComponentChildren }) {
  return (
    <a class={cx('govuk-link', action.class)} href={href(action.href)} {...action.attrs}>
      {action.text}
      {action.hidden || cardTitle ? (
        <span class="govuk-visually-hidden">
          {action.hidden ? ` ${action.hidden}` : null}
          {cardTitle ? <> ({cardTitle})</> : null}
        </span>
      ) : null}
    </a>
  );
}
