import type { ComponentChildren } from 'preact';
import { type Attrs, cx, isPart, type Part, type Words } from '../../parts.ts';
import { type Sort, Sorted } from './sorted.tsx';

export interface Cell extends Part {
  numeric?: boolean | undefined;
  colspan?: number | undefined;
  rowspan?: number | undefined;
}

export interface HeadCell extends Cell {
  /** Sorting is a link, so that the order has an address. */
  sort?: Sort | undefined;
}

export interface TableProps {
  rows: readonly (readonly Words<Cell>[])[];
  head?: readonly Words<HeadCell>[] | undefined;
  caption?: ComponentChildren;
  captionSize?: 's' | 'm' | 'l' | 'xl' | undefined;
  captionClass?: string | undefined;
  firstCellIsHeader?: boolean | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** Rows to compare. */
export function Table({ rows, head, caption, captionSize, firstCellIsHeader, attrs, ...props }: TableProps) {
  return (
    <table class={cx('govuk-table', props.class)} {...attrs}>
      {caption ? (
        <caption
          class={cx('govuk-table__caption', captionSize && `govuk-table__caption--${captionSize}`, props.captionClass)}
        >
          {caption}
        </caption>
      ) : null}
      {head ? <Head cells={head} /> : null}
      <tbody class="govuk-table__body">
        {rows.map((row, index) => (
          <tr key={index} class="govuk-table__row">
            {row.map((words, column) => (
              <BodyCell key={column} cell={cellOf(words)} isHeader={Boolean(firstCellIsHeader) && column === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head({ cells }: { cells: readonly Words<HeadCell>[] }) {
  return (
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {cells.map((words, column) => {
          const cell = cellOf<HeadCell>(words);
          return (
            <th
              key={column}
              scope="col"
              class={cx('govuk-table__header', cell.numeric && 'govuk-table__header--numeric', cell.class)}
              colspan={cell.colspan}
              rowspan={cell.rowspan}
              aria-sort={cell.sort?.direction}
              {...cell.attrs}
            >
              {cell.sort ? <Sorted sort={cell.sort}>{cell.text}</Sorted> : cell.text}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function BodyCell({ cell, isHeader }: { cell: Cell; isHeader: boolean }) {
  const span = { colspan: cell.colspan, rowspan: cell.rowspan };
  if (isHeader) {
    return (
      <th scope="row" class={cx('govuk-table__header', cell.class)} {...span} {...cell.attrs}>
        {cell.text}
      </th>
    );
  }
  return (
    <td
      class={cx('govuk-table__cell', cell.numeric && 'govuk-table__cell--numeric', cell.class)}
      {...span}
      {...cell.attrs}
    >
      {cell.text}
    </td>
  );
}

/** An empty cell is still a cell, so unlike other parts it is never left out. */
function cellOf<C extends Cell>(words: Words<C>): C {
  return isPart(words) ? words : ({ text: words } as C);
}
