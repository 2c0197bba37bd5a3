import type { Draft } from '#modules/forms';
import type { Transaction } from '#modules/services';
import type { StaffActor } from '#modules/staff';
import type { ReportFacts } from '../../portal/report/on-report.ts';

/** A form that an adviser fills in for somebody, with what its rules need. */
export type TakenFacts = ReportFacts & { draft: Draft; actor: StaffActor; service: Transaction };
