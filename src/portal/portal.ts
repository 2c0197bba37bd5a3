import type { FastifyPluginAsync } from 'fastify';
import { readAccount } from '#modules/accounts';
import type { Deps } from '#platform/deps';
import { csrfOnWrites } from '../csrf-on-writes.ts';
import { accountPortal } from './account/account.portal.ts';
import { binDaysPortal } from './bin-days/bin-days.portal.ts';
import { contactPortal } from './directory/contact.portal.ts';
import { searchPortal } from './directory/search.portal.ts';
import { servicesPortal } from './directory/services.portal.ts';
import { feedbackPortal } from './feedback/feedback.portal.ts';
import { followPortal } from './follow/follow.portal.ts';
import { homePortal } from './home/home.portal.ts';
import { nearYouPortal } from './home/near-you.portal.ts';
import { machineFiles } from './machine-files.ts';
import { partnerJobPortal } from './partner/partner-job.portal.ts';
import { performancePortal } from './performance/performance.portal.ts';
import { reportPortal } from './report/report.portal.ts';
import { returnPortal } from './report/return.portal.ts';
import { publicShell } from './shell.ts';
import { trackPortal } from './track/track.portal.ts';

/** The door for residents: public pages first, no account needed, nothing that needs JavaScript. */
export function portal(deps: Deps): FastifyPluginAsync {
  return (door) => {
    door.decorateRequest('account', null);
    door.addHook('preHandler', csrfOnWrites(door));
    door.addHook('preHandler', readAccount(deps));
    door.addHook('preHandler', publicShell(deps));
    homePortal(door, deps);
    nearYouPortal(door, deps);
    binDaysPortal(door, deps);
    servicesPortal(door, deps);
    searchPortal(door, deps);
    machineFiles(door, deps);
    contactPortal(door, deps);
    feedbackPortal(door, deps);
    reportPortal(door, deps);
    returnPortal(door, deps);
    trackPortal(door, deps);
    accountPortal(door, deps);
    performancePortal(door, deps);
    followPortal(door, deps);
    partnerJobPortal(door, deps);
    return Promise.resolve();
  };
}
