import { jobLinkActor } from '#modules/cases';
import type { JobAct } from '../../doors/job-sheet/job-acts.ts';

/**
 * The same act, refused where its link has been taken back while the photos of the form were being kept. Looked up after
 * the act, since giving the job to somebody else also locks the case first and the link last.
 */
export function whileLinkOpens(act: JobAct, token: string): JobAct {
  return async (press) => {
    const errors = await act(press);
    if (Object.keys(errors).length > 0) return errors;
    const { tx, clock, actor, jobId } = press;
    const holder = await jobLinkActor(tx, clock, actor.councilId, token);
    return holder?.jobId === jobId ? {} : { job: 'This job has been given to somebody else' };
  };
}
