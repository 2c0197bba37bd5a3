import './tables.ts';

export { disposeFeedback } from './dispose-feedback.ts';
export { type FeedbackCount, type FeedbackLine, feedbackCounts, feedbackList } from './feedback-list.ts';
export { giveFeedback, LEAST_SCORE, MOST_SCORE, MOST_WORDS } from './give-feedback.ts';
export { maySeeFeedback } from './policy.ts';
