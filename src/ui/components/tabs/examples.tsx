import { Tabs } from './tabs.tsx';

export const tabsExamples = {
  'three parts': (
    <Tabs
      title="Your street"
      idPrefix="street"
      items={[
        { label: 'Bins', children: 'Blue bin on Tuesday 24 November.' },
        { label: 'Reports', children: '3 open reports near you.' },
        { label: 'Roadworks', children: 'None planned.' },
      ]}
    />
  ),
};
