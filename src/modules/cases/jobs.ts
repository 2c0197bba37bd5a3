import { z } from 'zod';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { type EventPayload, subscribe } from '#platform/outbox';
import { acknowledgeCase } from './acknowledge-case.ts';
import { caseEvents } from './events.ts';
import { type CaseRow, findCase } from './find-case.ts';
import {
  tellAsked,
  tellAtRisk,
  tellEnded,
  tellMoved,
  tellNewDate,
  tellPartDone,
  tellReceived,
  tellReopened,
} from './tell-of-case.ts';
import { warnOwner } from './warn-owner.ts';

const ofPromise = z.looseObject({ promiseId: z.uuid(), subjectType: z.string(), subjectId: z.uuid() });
const ofMove = ofPromise.extend({ oldDueAt: z.coerce.date() });

/** What follows from the events of cases, jobs and promises. Each runs at least once and tells each person once. */
export function defineCaseTasks(): void {
  onCase('case.opened', 'cases.tell-received', ({ tx, clock, itsCase }) => tellReceived(tx, clock, itsCase));
  onCase('case.ended', 'cases.tell-ended', ({ tx, clock, itsCase, event }) =>
    tellEnded(tx, clock, itsCase, caseEvents['case.ended'].parse(event.data).endingId),
  );
  onCase('case.asked', 'cases.tell-asked', ({ tx, clock, itsCase, event }) =>
    tellAsked(tx, clock, itsCase, caseEvents['case.asked'].parse(event.data).entryId),
  );
  onCase('case.reopened', 'cases.tell-reopened', ({ tx, clock, itsCase, event }) =>
    tellReopened(tx, clock, itsCase, caseEvents['case.reopened'].parse(event.data).endingId),
  );
  onCase('case.moved', 'cases.tell-moved', ({ tx, clock, itsCase, event }) =>
    tellMoved(tx, clock, itsCase, caseEvents['case.moved'].parse(event.data).entryId),
  );
  onCase('job.done', 'cases.tell-part-done', ({ tx, clock, itsCase, event }) =>
    tellPartDone(tx, clock, itsCase, event.subjectId),
  );
  onCase('promise.at-risk', 'cases.tell-at-risk', async ({ tx, clock, itsCase, event }) => {
    await warnOwner(tx, clock, itsCase, event.subjectId);
    await tellAtRisk(tx, clock, itsCase, event.subjectId);
  });
  onCase('promise.due-moved', 'cases.tell-due-moved', ({ tx, clock, itsCase, event }) => {
    const { promiseId, oldDueAt } = ofMove.parse(event.data);
    const reason = 'We waited for your answer, and have it now.';
    return tellNewDate(tx, clock, itsCase, { promiseId, oldDueAt, reason, key: `moved:${event.eventId}` });
  });
  onCase('promise.told', 'cases.acknowledge', ({ tx, clock, itsCase }) => acknowledgeCase(tx, clock, itsCase));
}

interface OnCase {
  tx: Tx;
  clock: Deps['clock'];
  itsCase: CaseRow;
  event: EventPayload;
}

function onCase(type: string, name: string, act: (on: OnCase) => Promise<void>): void {
  subscribe(type, name, async ({ db, clock }, event) => {
    const caseId = caseIdOf(event);
    if (caseId === null) return;
    await inCouncil(db, event.councilId, async (tx) => {
      const itsCase = await findCase(tx, event.councilId, caseId);
      // A case that a rule has disposed of since has nobody left to tell.
      if (itsCase) await act({ tx, clock, itsCase, event });
    });
  });
}

const ofJob = z.looseObject({ caseId: z.uuid() });

function caseIdOf({ type, subjectId, data }: EventPayload): string | null {
  if (type.startsWith('case.')) return subjectId;
  if (type.startsWith('job.')) return ofJob.parse(data).caseId;
  const promise = ofPromise.parse(data);
  return promise.subjectType === 'case' ? promise.subjectId : null;
}
