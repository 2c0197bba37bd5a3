import type { FastifyPluginAsync } from 'fastify';
import { retentionDesk } from '#modules/retention';
import {
  auditDesk,
  type ConfirmCouncil,
  changePasswordDesk,
  invitationDesk,
  requireStaff,
  secondFactorDesk,
  sessionDesk,
  signInDesk,
  singleSignOnDesk,
  staffAdminDesk,
  tokensDesk,
} from '#modules/staff';
import type { Deps } from '#platform/deps';
import { csrfOnWrites } from '../csrf-on-writes.ts';
import { publicShell } from '../portal/shell.ts';
import { customerAccountDesk } from './accounts/customer-account.desk.ts';
import { registrationsDesk } from './accounts/registrations.desk.ts';
import { callDesk } from './call/call.desk.ts';
import { caseDesk } from './case/case.desk.ts';
import { evidenceDesk } from './case/evidence.desk.ts';
import { decisionsDesk } from './decisions/decisions.desk.ts';
import { feedbackDesk } from './feedback/feedback.desk.ts';
import { formsLeftDesk } from './forms-left/forms-left.desk.ts';
import { handOverDesk } from './hand-overs/hand-over.desk.ts';
import { handOversDesk } from './hand-overs/hand-overs.desk.ts';
import { incidentDesk } from './incidents/incident.desk.ts';
import { incidentsDesk } from './incidents/incidents.desk.ts';
import { jobDesk } from './jobs/job.desk.ts';
import { jobsDesk } from './jobs/jobs.desk.ts';
import { lettersDesk } from './letters/letters.desk.ts';
import { adminDesk } from './look/admin.desk.ts';
import { customerDesk } from './look/customer.desk.ts';
import { customerContacts } from './look/customer-contacts.desk.ts';
import { outboxDesk } from './look/outbox.desk.ts';
import { searchDesk } from './look/search.desk.ts';
import { servicesDesk } from './look/services.desk.tsx';
import { todayDesk } from './look/today.desk.ts';
import { manyDesk } from './many/many.desk.ts';
import { marksDesk } from './marks/marks.desk.ts';
import { hidePartsDesk } from './review/hide-parts.desk.ts';
import { reviewDesk } from './review/review.desk.ts';
import { deskShell } from './shell.tsx';
import { startDesk } from './start.desk.tsx';
import { subjectsOf } from './subjects-of.ts';
import { worklistDesk } from './work/worklist.desk.ts';

/** The door for staff, partners and managers. Everything in `inside` needs a signed-in person. */
export function desk(deps: Deps, confirmCouncil: ConfirmCouncil): FastifyPluginAsync {
  return async (door) => {
    door.decorateRequest('staff', null);
    door.addHook('preHandler', csrfOnWrites(door));
    door.addHook('preHandler', publicShell(deps));
    signInDesk(door, deps);
    secondFactorDesk(door, deps);
    singleSignOnDesk(door, deps);
    invitationDesk(door, deps);
    await door.register((inside) => {
      inside.addHook('onRoute', (route) => {
        route.config = { ...route.config, confirmsCouncil: true };
      });
      inside.addHook('preHandler', requireStaff(deps, confirmCouncil));
      inside.addHook('preHandler', deskShell(deps));
      sessionDesk(inside, deps);
      changePasswordDesk(inside, deps);
      startDesk(inside, deps);
      callDesk(inside, deps);
      caseDesk(inside, deps);
      evidenceDesk(inside, deps);
      worklistDesk(inside, deps);
      decisionsDesk(inside, deps);
      formsLeftDesk(inside, deps);
      manyDesk(inside, deps);
      handOversDesk(inside, deps);
      handOverDesk(inside, deps);
      incidentsDesk(inside, deps);
      incidentDesk(inside, deps);
      marksDesk(inside, deps);
      reviewDesk(inside, deps);
      hidePartsDesk(inside, deps);
      todayDesk(inside, deps);
      outboxDesk(inside, deps);
      lettersDesk(inside, deps);
      feedbackDesk(inside, deps);
      searchDesk(inside, deps);
      customerDesk(inside, deps);
      customerContacts(inside, deps);
      customerAccountDesk(inside, deps);
      registrationsDesk(inside, deps);
      adminDesk(inside, deps);
      servicesDesk(inside, deps);
      jobsDesk(inside, deps);
      jobDesk(inside, deps);
      staffAdminDesk(inside, deps);
      tokensDesk(inside, deps);
      auditDesk(inside, deps, subjectsOf);
      retentionDesk(inside, deps);
      return Promise.resolve();
    });
  };
}
