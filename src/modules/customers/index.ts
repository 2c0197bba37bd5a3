import './tables.ts';

export type { Candidate } from './candidates.ts';
export { changeCustomer } from './change-customer.ts';
export { comparePeople, type Reason } from './compare-people.ts';
export { customerKeys, emailKey, type PersonFacts } from './customer-keys.ts';
export { type CustomerReach, customerReaches } from './customer-reaches.ts';
export { customerRecord } from './customer-record.ts';
export { type CustomerView, customerView } from './customer-view.ts';
export { disposeCustomers } from './dispose-customers.ts';
export { customerEvents } from './events.ts';
export { findCustomers } from './find-customers.ts';
export { identityPassedSince } from './identity-passed-since.ts';
export { isCustomer } from './is-customer.ts';
export { isOwnRecord, ownRecordIds } from './is-own-record.ts';
export { keepSearch, keptSearch } from './keep-search.ts';
export type { Likeness } from './likeness.ts';
export { type Match, matchCustomer } from './match-customer.ts';
export { mergeCustomers } from './merge-customers.ts';
export { endNeed, NEED_KINDS, NEEDS, type NeedKind, recordNeed } from './needs.ts';
export { addNote, endNote } from './notes.ts';
export { isMobile, phoneKey } from './phone-key.ts';
export { mayMergeCustomers, mayUseCustomers } from './policy.ts';
export { proveReach } from './prove-reach.ts';
export { type ReachableBy, reachableBy } from './reachable-by.ts';
export { addReach, endReach, type NewReach, preferReach, type ReachRefusal } from './reaches.ts';
export { recordIdsOf } from './record-ids-of.ts';
export { type CustomerDetails, type RegisterResult, registerCustomer } from './register-customer.ts';
export { type Found, type SearchResult, searchCustomers } from './search-customers.ts';
export { undoMerge } from './undo-merge.ts';
export {
  type IdentityRule,
  identityRule,
  type ValidateResult,
  validateIdentity,
} from './validate-identity.ts';
export { writeKeys } from './write-keys.ts';
