import './tables.ts';

export { isMobile, phoneKey } from './phone-key.ts';
export { type ReachableBy, reachableBy } from './reachable-by.ts';
