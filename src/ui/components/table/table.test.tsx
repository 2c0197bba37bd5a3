import { attrs, contract, count, flag, list, type Options, text, words } from '#test/govuk-contract';
import { Table } from './table.tsx';

function cell(found: Options) {
  return {
    text: words(found),
    numeric: found['format'] === 'numeric',
    colspan: count(found, 'colspan'),
    rowspan: count(found, 'rowspan'),
    class: text(found, 'classes'),
    attrs: attrs(found),
  };
}

contract('table', {
  render: (options) => (
    <Table
      caption={text(options, 'caption')}
      captionClass={text(options, 'captionClasses')}
      head={options['head'] ? list(options, 'head').map(cell) : undefined}
      rows={(options['rows'] as (Options[] | null)[])
        .filter((row) => row !== null && Array.isArray(row))
        .map((row) => row.map(cell))}
      firstCellIsHeader={flag(options, 'firstCellIsHeader')}
      class={text(options, 'classes')}
      attrs={attrs(options)}
    />
  ),
});
