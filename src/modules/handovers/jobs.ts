import { z } from 'zod';
import { inCouncil } from '#platform/db';
import { defineTask, subscribe } from '#platform/outbox';
import { beginHandOvers } from './begin-hand-overs.ts';
import { deliverHandOvers } from './deliver-hand-overs.ts';
import { settleHandOvers } from './settle-hand-overs.ts';
import { sweepHandOvers } from './sweep-hand-overs.ts';
import { tellGiven } from './tell-given.ts';
import { tellNotArrived } from './tell-not-arrived.ts';
import { DELIVER_HAND_OVERS } from './wake-destination.ts';

const due = z.object({ councilId: z.uuid(), destination: z.string() });

const decided = z.looseObject({ caseId: z.uuid() });

/** Every minute: what waits though its time has come. Every quarter of an hour: the teams whose working day begins. */
export const HANDOVERS_CRONTAB = ['* * * * * hand-overs-sweep', '*/15 * * * * hand-overs-tell'].join('\n');

export function defineHandOverTasks(): void {
  for (const type of ['case.opened', 'case.moved'] as const) {
    subscribe(type, `hand-overs.begin-${type.slice(5)}`, async ({ db, clock }, { councilId, subjectId, eventId }) => {
      await inCouncil(db, councilId, (tx) => beginHandOvers(tx, clock, { councilId, caseId: subjectId, eventId }));
    });
  }
  subscribe('decision.made', 'hand-overs.settle', async ({ db, clock }, { councilId, subjectId, data }) => {
    const { caseId } = decided.parse(data);
    await inCouncil(db, councilId, (tx) => settleHandOvers(tx, clock, { councilId, caseId, decisionId: subjectId }));
  });
  for (const type of ['evidence.given', 'evidence.checked'] as const) {
    subscribe(type, `hand-overs.tell-${type.slice(9)}`, async ({ db, clock }, { councilId, subjectId }) => {
      await inCouncil(db, councilId, (tx) => tellGiven(tx, clock, { councilId, evidenceId: subjectId }));
    });
  }
  defineTask(DELIVER_HAND_OVERS, (deps, payload) => deliverHandOvers(deps, due.parse(payload)));
  defineTask('hand-overs-sweep', sweepHandOvers);
  defineTask('hand-overs-tell', tellNotArrived);
}
