import './tables.ts';

export { type ChallengeRefusal, type ChallengeResult, challengeDecision } from './challenge-decision.ts';
export { decide } from './decide.ts';
export type { Decide, DecideRefusal, DecideResult, SaidReason } from './decide-command.ts';
export { sayDay } from './decision-in-words.ts';
export { type CaseDecisions, type DecisionView, decisionsOf, type ReviewView } from './decisions-of.ts';
export { decisionIdsOf, disposeDecisions } from './dispose-decisions.ts';
export { decisionEvents } from './events.ts';
export { defineDecisionTasks } from './jobs.ts';
export { agreeDecision, type SecondRefusal, sendBackDecision } from './second-officer.ts';
export {
  TO_DECIDE,
  type ToDecideCounts,
  type ToDecideRow,
  type ToDecideSet,
  toDecide,
  toDecideCounts,
} from './to-decide.ts';
export { type UpholdRefusal, upholdDecision } from './uphold-decision.ts';
export * from './words.ts';
