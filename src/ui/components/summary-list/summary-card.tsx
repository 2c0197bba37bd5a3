import type { ComponentChildren } from 'preact';
import { type Attrs, cx, type Part, part, type Words } from '../../parts.ts';
import { ActionLink, type SummaryActions } from './action-link.tsx';

interface CardTitle extends Part {
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
}

export interface SummaryCardProps {
  title?: Words<CardTitle>;
  actions?: SummaryActions | undefined;
  children: ComponentChildren;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** One of several alike: a title, what can be done with all of it, its content. */
export function SummaryCard({ title, actions, children, attrs, ...props }: SummaryCardProps) {
  const found = part<CardTitle>(title);
  const Heading = `h${found?.headingLevel ?? 2}` as 'h2';
  return (
    <div class={cx('govuk-summary-card', props.class)} {...attrs}>
      <div class="govuk-summary-card__title-wrapper">
        {found ? <Heading class={cx('govuk-summary-card__title', found.class)}>{found.text}</Heading> : null}
        {actions ? <CardActions {...actions} cardTitle={found?.text} /> : null}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  );
}

function CardActions({ items, cardTitle, ...props }: SummaryActions & { cardTitle: ComponentChildren }) {
  const look = cx('govuk-summary-card__actions', props.class);
  const [only] = items;
  if (!only) return null;
  if (items.length === 1) {
    return (
      <div class={look}>
        <ActionLink action={only} cardTitle={cardTitle} />
      </div>
    );
  }
  return (
    <ul class={look}>
      {items.map((action) => (
        <li key={action.href} class="govuk-summary-card__action">
          <ActionLink action={action} cardTitle={cardTitle} />
        </li>
      ))}
    </ul>
  );
}
