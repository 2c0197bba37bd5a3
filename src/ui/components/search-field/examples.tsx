import { SearchField } from './search-field.tsx';

export const searchFieldExamples = {
  'a search of its own': <SearchField id="example-search" action="/services" label="What do you need?" button="Find" />,
};
