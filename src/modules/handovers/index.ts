import './tables.ts';

export { answerSchema, type HandOverAnswer } from './answer-schema.ts';
export { beginHandOvers } from './begin-hand-overs.ts';
export { deliverHandOvers } from './deliver-hand-overs.ts';
export { disposeHandOvers } from './dispose-hand-overs.ts';
export { handOverEvents } from './events.ts';
export { defineHandOverTasks, HANDOVERS_CRONTAB } from './jobs.ts';
export { type TakeAnswerResult, takeAnswer } from './take-answer.ts';
export * from './words.ts';
