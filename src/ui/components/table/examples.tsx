import { Table } from './table.tsx';

export const tableExamples = {
  'sorted by a column': (
    <Table
      caption="Promises last month"
      captionSize="m"
      firstCellIsHeader
      head={[
        { text: 'Promise', sort: { href: '?sort=promise' } },
        { text: 'Kept', numeric: true, sort: { href: '?sort=-kept', direction: 'ascending' } },
        { text: 'Target', numeric: true },
      ]}
      rows={[
        ['Missed bins collected in 2 working days', { text: '91%', numeric: true }, { text: '95%', numeric: true }],
        ['Calls answered in 60 seconds', { text: '94%', numeric: true }, { text: '90%', numeric: true }],
      ]}
    />
  ),
};
