import './tables.ts';

export { sayPayee, sayPayeeAtDesk, upcoming } from './award-in-words.ts';
export { awardKeySchema, awardSchema } from './award-schema.ts';
export { type AwardView, awardsOf, grantedOf, type PaymentView } from './awards-of.ts';
export { disposeAwards } from './dispose-awards.ts';
export { awardEvents } from './events.ts';
export { defineAwardTasks } from './jobs.ts';
export { publishAward } from './publish-award.ts';
export * from './words.ts';
