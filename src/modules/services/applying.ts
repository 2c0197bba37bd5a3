import { type Answers, meets } from './condition-schema.ts';
import type { Doer, JobDefinition } from './job-schema.ts';
import type { ReportService } from './service-schema.ts';

/** The job sheets that these answers call for, in the order in which the service lists them. */
export function jobsFor({ jobs }: Pick<ReportService, 'jobs'>, answers: Answers): JobDefinition[] {
  return jobs.filter(({ when }) => meets(when, answers));
}

/** Slugs of the standards promised for these answers, each once; the first is the one that is told first. */
export function standardsFor({ promises, jobs }: Pick<ReportService, 'promises' | 'jobs'>, answers: Answers): string[] {
  const { primary, instead, also } = promises;
  const first = instead.find(({ when }) => meets(when, answers))?.standard ?? primary;
  const others = also.filter(({ when }) => meets(when, answers)).map(({ standard }) => standard);
  const ofJobs = jobsFor({ jobs }, answers).map(({ standard }) => standard);
  return [...new Set([first, ...others, ...ofJobs])];
}

/** The slug of the team or partner that does something; teams and partners never share one. */
export const doerSlug = (doer: Doer): string => ('team' in doer ? doer.team : doer.partner);
