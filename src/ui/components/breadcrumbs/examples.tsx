import { Breadcrumbs } from './breadcrumbs.tsx';

export const breadcrumbsExamples = {
  'three deep': (
    <Breadcrumbs
      items={[
        { text: 'Home', href: '#' },
        { text: 'Bins and recycling', href: '#bins' },
        { text: 'Report a missed bin' },
      ]}
    />
  ),
};
