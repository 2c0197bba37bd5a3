import { Pagination } from './pagination.tsx';

export const paginationExamples = {
  'by key': (
    <Pagination
      label="Reports"
      previous={{ href: '?before=K7M3' }}
      next={{ href: '?after=QX9T', label: 'Older reports' }}
    />
  ),
  'by number': (
    <Pagination
      label="Results"
      previous={{ href: '?page=1' }}
      next={{ href: '?page=3' }}
      items={[
        { number: 1, href: '?page=1' },
        { number: 2, href: '?page=2', current: true },
        { ellipsis: true },
        { number: 9, href: '?page=9' },
      ]}
    />
  ),
};
