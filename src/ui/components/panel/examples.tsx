import { Panel } from './panel.tsx';

export const panelExamples = {
  'it is done': (
    <Panel title="Report sent" headingLevel={2}>
      We have emailed you a copy
    </Panel>
  ),
  'stop and read': (
    <Panel
      title="Is anyone in danger?"
      headingLevel={2}
      interruption
      actions={{ items: [{ text: 'No, carry on' }, { text: 'Yes: how to call 999', href: '#' }] }}
    >
      <p>Call 999 first if you can smell gas or see a live cable.</p>
    </Panel>
  ),
};
