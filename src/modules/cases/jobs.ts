import { z } from 'zod';
import { systemActor } from '#platform/actor';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { defineTask, type EventPayload, subscribe } from '#platform/outbox';
import { acknowledgeCase } from './acknowledge-case.ts';
import { RUN_BULK } from './bulk/bulk-status.ts';
import { runBulk } from './bulk/run-bulk.ts';
import { caseEvents } from './events.ts';
import { type CaseRow, findCase } from './find-case.ts';
import { TELL_MEMBERS, tellJoined, tellOver } from './incidents/tell-of-incident.ts';
import { sendJobToPartner } from './send-job-to-partner.ts';
import {
  tellAccepted,
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
const ofMove = ofPromise.extend({ oldDueAt: z.coerce.date(), newDueAt: z.coerce.date() });

const ofIncident = z.object({ councilId: z.uuid(), incidentId: z.uuid(), after: z.uuid().nullable() });
const ofRun = z.object({ councilId: z.uuid(), runId: z.uuid() });

/** What follows from the events of cases, jobs and promises. Each runs at least once and tells each person once. */
export function defineCaseTasks(): void {
  onCase('case.opened', 'cases.tell-received', ({ tx, clock, itsCase }) => tellReceived(tx, clock, itsCase));
  onCase('case.ended', 'cases.tell-ended', async ({ tx, clock, itsCase, event }) => {
    const { endingId, isTold } = caseEvents['case.ended'].parse(event.data);
    if (!isTold) await tellEnded(tx, clock, itsCase, endingId);
  });
  onCase('case.asked', 'cases.tell-asked', ({ tx, clock, itsCase, event }) =>
    tellAsked(tx, clock, itsCase, caseEvents['case.asked'].parse(event.data).entryId),
  );
  onCase('case.reopened', 'cases.tell-reopened', ({ tx, clock, itsCase, event }) =>
    tellReopened(tx, clock, itsCase, caseEvents['case.reopened'].parse(event.data).endingId),
  );
  onCase('case.moved', 'cases.tell-moved', ({ tx, clock, itsCase, event }) =>
    tellMoved(tx, clock, itsCase, caseEvents['case.moved'].parse(event.data).entryId),
  );
  onCase('job.accepted', 'cases.tell-accepted', ({ tx, clock, itsCase }) => tellAccepted(tx, clock, itsCase));
  onCase('job.done', 'cases.tell-part-done', ({ tx, clock, itsCase, event }) =>
    tellPartDone(tx, clock, itsCase, event.subjectId),
  );
  for (const type of ['job.sent', 'job.reassigned'] as const) {
    onCase(type, `cases.send-to-partner-${type.slice(4)}`, async ({ tx, clock, itsCase, event }) => {
      // Refused for a job of our own, or one that has ended since: then there is nothing to send.
      const key = `job-sheet:${event.eventId}`;
      await sendJobToPartner(tx, clock, systemActor(itsCase.council_id), { jobId: event.subjectId, key });
    });
  }
  onCase('promise.at-risk', 'cases.tell-at-risk', async ({ tx, clock, itsCase, event }) => {
    await warnOwner(tx, clock, itsCase, event.subjectId);
    await tellAtRisk(tx, clock, itsCase, event.subjectId);
  });
  onCase('promise.due-moved', 'cases.tell-due-moved', async ({ tx, clock, itsCase, event }) => {
    const { promiseId, oldDueAt, newDueAt } = ofMove.parse(event.data);
    const reason = 'We waited for your answer, and have it now.';
    const moved = { promiseId, oldDueAt, newDueAt, reason, key: `moved:${event.eventId}` };
    await tellNewDate(tx, clock, itsCase, moved);
  });
  onCase('promise.told', 'cases.acknowledge', ({ tx, clock, itsCase }) => acknowledgeCase(tx, clock, itsCase));
  defineIncidentTasks();
  defineTask(RUN_BULK, ({ db, clock }, payload) => {
    const { councilId, runId } = ofRun.parse(payload);
    return inCouncil(db, councilId, (tx) => runBulk(tx, clock, councilId, runId));
  });
}

function defineIncidentTasks(): void {
  subscribe('incident.joined', 'cases.tell-joined', ({ db, clock }, { councilId, data }) => {
    const { memberId } = caseEvents['incident.joined'].parse(data);
    return inCouncil(db, councilId, (tx) => tellJoined(tx, clock, councilId, memberId));
  });
  subscribe('incident.ended', 'cases.tell-over', ({ db, clock }, { councilId, subjectId }) =>
    inCouncil(db, councilId, (tx) => tellOver(tx, clock, councilId, { incidentId: subjectId, after: null })),
  );
  defineTask(TELL_MEMBERS, ({ db, clock }, payload) => {
    const { councilId, ...batch } = ofIncident.parse(payload);
    return inCouncil(db, councilId, (tx) => tellOver(tx, clock, councilId, batch));
  });
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
