import { type Answers, type When, walk } from '#modules/questions';
import { formOf } from './form-of.ts';
import type { Doer, JobDefinition } from './job-schema.ts';
import type { Transaction } from './service-schema.ts';

/** The job sheets that these answers call for, in the order in which the service lists them. */
export function jobsFor(service: Transaction, answers: Answers, today: string): JobDefinition[] {
  return applying(service, service.jobs, answers, today);
}

/** Slugs of the standards promised for these answers, each once; the first is the one that is told first. */
export function standardsFor(service: Transaction, answers: Answers, today: string): string[] {
  const { primary, instead, also } = service.promises;
  const first = applying(service, instead, answers, today)[0]?.standard ?? primary;
  const others = applying(service, also, answers, today).map(({ standard }) => standard);
  const ofJobs = jobsFor(service, answers, today).map(({ standard }) => standard);
  return [...new Set([first, ...others, ...ofJobs])];
}

/** The slugs of the destinations that these answers call for, each once, in the order in which the service lists them. */
export function destinationsFor(service: Transaction, answers: Answers, today: string): string[] {
  const entries = service.handOver.map((entry) => (typeof entry === 'string' ? { to: entry } : entry));
  return [
    ...new Set(applying<{ to: string; when?: When | undefined }>(service, entries, answers, today).map(({ to }) => to)),
  ];
}

/** Of several things those whose condition these answers meet. A rule that cannot be worked out is taken as met: a person looks. */
export function applying<Thing extends { when?: When | undefined }>(
  service: Transaction,
  things: readonly Thing[],
  answers: Answers,
  today: string,
): Thing[] {
  if (things.every(({ when }) => when === undefined)) return [...things];
  const form = formOf(service);
  const { scope } = walk(form, { answers, today });
  return things.filter(({ when }) => when === undefined || (form.test(when).holds(scope, answers) ?? true));
}

/** The slug of the team or partner that does something; teams and partners never share one. */
export const doerSlug = (doer: Doer): string => ('team' in doer ? doer.team : doer.partner);
