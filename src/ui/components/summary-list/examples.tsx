import { SummaryList } from './summary-list.tsx';

export const summaryListExamples = {
  'in a card': (
    <SummaryList
      card={{ title: 'Report 1', actions: { items: [{ text: 'Remove', href: '#remove' }] } }}
      rows={[
        { key: 'Bin', value: 'Blue bin', actions: [{ text: 'Change', href: '#bin', hidden: 'bin' }] },
        { key: 'Missed on', value: 'Tuesday 24 November 2026' },
      ]}
    />
  ),
};
