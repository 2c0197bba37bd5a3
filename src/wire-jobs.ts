import { defineAwardTasks } from '#modules/awards';
import { defineCaseTasks } from '#modules/cases';
import { CONTACTS_CRONTAB, defineContactTasks } from '#modules/contacts';
import { defineDecisionTasks } from '#modules/decisions';
import { defineDocumentTasks } from '#modules/documents';
import { defineEvidenceTasks, EVIDENCE_CRONTAB } from '#modules/evidence';
import { defineFormTasks, FORMS_CRONTAB } from '#modules/forms';
import { defineHandOverTasks, HANDOVERS_CRONTAB } from '#modules/handovers';
import { definePromiseTasks, PROMISES_CRONTAB } from '#modules/promises';
import { defineRetentionTasks, RETENTION_CRONTAB } from '#modules/retention';
import { defineOpen311Tasks } from './api/open311/jobs.ts';
import { ACCOUNTS_CRONTAB, defineAccountTasks } from './portal/account/jobs.ts';

/** Tell the queue which module does what. Wiring only: each module names its own tasks in its `jobs.ts`. */
export function wireJobs(): void {
  defineContactTasks();
  defineAccountTasks();
  defineFormTasks();
  defineOpen311Tasks();
  definePromiseTasks();
  defineRetentionTasks();
  defineCaseTasks();
  defineDecisionTasks();
  defineEvidenceTasks();
  defineDocumentTasks();
  defineHandOverTasks();
  defineAwardTasks();
}

/** What runs by the clock, in UTC: minute, hour, day, month, weekday, task. */
export const CRONTAB = [
  CONTACTS_CRONTAB,
  FORMS_CRONTAB,
  PROMISES_CRONTAB,
  ACCOUNTS_CRONTAB,
  RETENTION_CRONTAB,
  EVIDENCE_CRONTAB,
  HANDOVERS_CRONTAB,
].join('\n');
