import { inCouncil } from '#platform/db';
import { subscribe } from '#platform/outbox';
import { tellDecision } from './tell-decision.ts';

/** A decision that was made is told once. */
export function defineDecisionTasks(): void {
  subscribe('decision.made', 'decisions.tell', ({ db, clock }, { councilId, subjectId }) =>
    inCouncil(db, councilId, (tx) => tellDecision(tx, clock, { councilId, decisionId: subjectId })),
  );
}
