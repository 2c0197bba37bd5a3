export { checkCouncil } from './check-council.ts';
export type { BrandCheck } from './check-council-rules.ts';
export type { Council } from './council.ts';
export { type LoadCouncil, type LoadedCouncil, type Loader, loadCouncil } from './load-council.ts';
export { roundPlans } from './plans.ts';
export { type Problem, printProblem } from './problem.ts';
export { type CouncilFolder, type FolderRules, readCouncilFolder } from './read-council-folder.ts';
