import type { ComponentChildren } from 'preact';
import { type Attrs, cx, type Part, part, type Words } from '../../parts.ts';
import { ActionLink, type SummaryAction, type SummaryActions } from './action-link.tsx';
import { SummaryCard, type SummaryCardProps } from './summary-card.tsx';

export interface SummaryRow {
  key: Words;
  value?: Words;
  actions?: readonly SummaryAction[] | SummaryActions | undefined;
  class?: string | undefined;
}

export interface SummaryListProps {
  rows: readonly SummaryRow[];
  card?: Omit<SummaryCardProps, 'children'> | undefined;
  noBorder?: boolean | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** Facts as pairs, each with what can be done about it; in a card when there are several of a kind. */
export function SummaryList({ rows, card, noBorder, attrs, ...props }: SummaryListProps) {
  const anyActions = rows.some((row) => actionsOf(row.actions).items.length > 0);
  const list = (
    <dl class={cx('govuk-summary-list', noBorder && 'govuk-summary-list--no-border', props.class)} {...attrs}>
      {rows.map((row, index) => (
        <Row key={index} row={row} anyActions={anyActions} cardTitle={part(card?.title)?.text} />
      ))}
    </dl>
  );
  return card ? <SummaryCard {...card}>{list}</SummaryCard> : list;
}

interface RowProps {
  row: SummaryRow;
  anyActions: boolean;
  cardTitle: ComponentChildren;
}

function Row({ row, anyActions, cardTitle }: RowProps) {
  const actions = actionsOf(row.actions);
  const without = anyActions && row.actions === undefined && 'govuk-summary-list__row--no-actions';
  return (
    <div class={cx('govuk-summary-list__row', without, row.class)}>
      <Cell tag="dt" name="key" words={row.key} />
      <Cell tag="dd" name="value" words={row.value} />
      {actions.items.length > 0 ? (
        <dd class={cx('govuk-summary-list__actions', actions.class)}>
          <Actions items={actions.items} cardTitle={cardTitle} />
        </dd>
      ) : null}
    </div>
  );
}

function Cell({ tag: Tag, name, words }: { tag: 'dt' | 'dd'; name: string; words: Words }) {
  const found = part<Part>(words);
  return (
    <Tag class={cx(`govuk-summary-list__${name}`, found?.class)} {...found?.attrs}>
      {found?.text}
    </Tag>
  );
}

function Actions({ items, cardTitle }: { items: readonly SummaryAction[]; cardTitle: ComponentChildren }) {
  const [only] = items;
  if (only && items.length === 1) return <ActionLink action={only} cardTitle={cardTitle} />;
  return (
    <ul class="govuk-summary-list__actions-list">
      {items.map((action) => (
        <li key={action.href} class="govuk-summary-list__actions-list-item">
          <ActionLink action={action} cardTitle={cardTitle} />
        </li>
      ))}
    </ul>
  );
}

function actionsOf(actions: SummaryRow['actions']): SummaryActions {
  if (actions === undefined) return { items: [] };
  return 'items' in actions ? actions : { items: actions };
}
