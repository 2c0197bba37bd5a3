export { type AccountHelpFigures, accountHelpFigures } from './account-help-figures.ts';
export { type CostOfContacts, type DayFigures, dayFigures } from './day-figures.ts';
export { type DayRows, dayRows } from './day-rows.ts';
export { type ContactsOfDay, DAY_SETS, type DaySet } from './day-sets.ts';
export {
  type PromiseFigures,
  type PublishedMonth,
  promiseFigures,
  type ServiceFigures,
  SMALLEST_SHOWN,
  totalOf,
} from './promise-figures.ts';
