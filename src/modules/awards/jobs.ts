import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { type EventPayload, subscribe } from '#platform/outbox';
import { tellPayments } from './tell-payments.ts';

/** Dates come before the decision or after it: whichever is second tells the customer. */
export function defineAwardTasks(): void {
  subscribe('award.published', 'awards.tell', tell);
  subscribe('decision.made', 'awards.tell-decided', tell);
}

function tell({ db, clock }: Deps, { councilId, data }: EventPayload): Promise<void> {
  const { caseId } = data;
  if (typeof caseId !== 'string') return Promise.resolve();
  return inCouncil(db, councilId, (tx) => tellPayments(tx, clock, councilId, caseId));
}
