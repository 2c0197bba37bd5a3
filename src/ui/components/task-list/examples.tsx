import { Tag } from '../tag/tag.tsx';
import { TaskList } from './task-list.tsx';

export const taskListExamples = {
  'some done': (
    <TaskList
      items={[
        { title: 'Your details', status: 'Completed', href: '#you' },
        { title: 'Your home', hint: 'You need your tenancy number', status: <Tag>Incomplete</Tag>, href: '#home' },
        { title: 'Send it', status: 'Cannot start yet' },
      ]}
    />
  ),
};
