import type { ComponentChildren } from 'preact';
import { useWords } from '../words.ts';

export type TimelineState = 'done' | 'now' | 'next';

export interface TimelineItem {
  title: ComponentChildren;
  state: TimelineState;
  /** In words: "Tuesday 24 November, 7:42am". */
  when?: string | undefined;
  /** The same for machines: ISO 8601. */
  datetime?: string | undefined;
  children?: ComponentChildren;
}

/** What was done, what is happening and what is next, on one vertical line. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string | undefined }) {
  const words = useWords();
  const states = { done: words.done, now: words.now, next: words.toCome };
  return (
    <ol class="fd-timeline" aria-label={label}>
      {items.map((item, index) => (
        <li
          key={index}
          class={`fd-timeline__item fd-timeline__item--${item.state}`}
          aria-current={item.state === 'now' ? 'step' : undefined}
        >
          <p class="fd-timeline__title">
            <span class="govuk-visually-hidden">{states[item.state]}: </span>
            {item.title}
          </p>
          {item.when ? (
            <p class="fd-timeline__when">
              <time dateTime={item.datetime}>{item.when}</time>
            </p>
          ) : null}
          {item.children}
        </li>
      ))}
    </ol>
  );
}
