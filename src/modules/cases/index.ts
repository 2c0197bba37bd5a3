import './tables.ts';

export type { NewParty } from './add-parties.ts';
export type { CaseOpened, Origin } from './case-opened.ts';
export type { CasePlace } from './case-place.ts';
export { type CaseSummary, caseSummary } from './case-summary.ts';
export { caseEvents } from './events.ts';
export { type NearbyCase, nearbyPublicCases } from './nearby-public-cases.ts';
export { type OpenCaseRefusal, type OpenCaseResult, openCase } from './open-case.ts';
export type { OpenCase } from './open-case-command.ts';
export { type OpenCaseAtPlace, openCasesAtPlace } from './open-cases-at-place.ts';
