import { Table } from '../table/table.tsx';
import { ScrollRegion } from './scroll-region.tsx';

export const scrollRegionExamples = {
  'a table that may be wider than the page': (
    <ScrollRegion label="Promises last month">
      <Table
        head={['Promise', 'Kept', 'Target', 'Measured over']}
        rows={[['Missed bins', '91%', '95%', '214 cases']]}
      />
    </ScrollRegion>
  ),
};
