import { systemActor } from '#platform/actor';
import { inCouncil } from '#platform/db';
import { defineTask, subscribe } from '#platform/outbox';
import { beginEvidence } from './begin-evidence.ts';
import { expireEvidence } from './expire-evidence.ts';
import { refuseInfected } from './refuse-infected.ts';
import { remindEvidence } from './remind-evidence.ts';

/** Twenty past every hour, and five minutes later: each council's day begins in its own zone. */
export const EVIDENCE_CRONTAB = ['20 * * * * evidence-expire', '25 * * * * evidence-remind'].join('\n');

/** An application that came by any door has its pieces; those of the web form were made with it. */
export function defineEvidenceTasks(): void {
  subscribe('case.opened', 'evidence.begin', ({ db, clock }, { councilId, subjectId }) =>
    inCouncil(db, councilId, (tx) => beginEvidence(tx, clock, systemActor(councilId), { caseId: subjectId })),
  );
  subscribe('file.infected', 'evidence.infected-file', ({ db, clock }, { councilId, subjectId }) =>
    inCouncil(db, councilId, (tx) => refuseInfected(tx, clock, { councilId, fileId: subjectId })),
  );
  defineTask('evidence-expire', expireEvidence);
  defineTask('evidence-remind', remindEvidence);
}
