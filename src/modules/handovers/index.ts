import './tables.ts';

export { answerSchema, type HandOverAnswer } from './answer-schema.ts';
export { beginHandOvers } from './begin-hand-overs.ts';
export { reasonsFor } from './decide-by-answer.ts';
export { type DeliverByHandRefusal, deliverByHand } from './deliver-by-hand.ts';
export { deliverHandOvers } from './deliver-hand-overs.ts';
export { destinationOf, notSetUp } from './destination-of.ts';
export { disposeHandOvers } from './dispose-hand-overs.ts';
export { type HandOverCaseResult, handOverCase } from './hand-over-case.ts';
export { type DestinationCounts, handOverCounts } from './hand-over-counts.ts';
export {
  HAND_OVER_FILTERS,
  type HandOverFilter,
  type HandOverKey,
  type HandOverLine,
  handOverList,
  handOversOfCase,
} from './hand-over-list.ts';
export { type AnswerLine, answersOfCase, type HandOverView, handOverView } from './hand-over-view.ts';
export { defineHandOverTasks, HANDOVERS_CRONTAB } from './jobs.ts';
export { lockHandOver } from './lock-hand-over.ts';
export { type HandOverPayload, payloadOf } from './payload.ts';
export { mayAnswer, mayAnswerFor, maySeeHandOvers } from './policy.ts';
export { retryHandOvers } from './retry-hand-overs.ts';
export { settleAttention } from './settle-attention.ts';
export { type StraightThrough, straightThrough } from './straight-through.ts';
export { type TakeAnswerResult, takeAnswer } from './take-answer.ts';
export { teamIdOf } from './team-id-of.ts';
export { tellNotArrived } from './tell-not-arrived.ts';
export * from './words.ts';
