import type { FastifyInstance } from 'fastify';
import { joinIncident } from '#modules/cases';
import { recordContact } from '#modules/contacts';
import { markOf } from '#modules/forms';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { limitRate } from '#platform/http/limit-rate';
import { goOn } from './go-on.ts';
import { IncidentPage, JoinedPage, JoinPage } from './incident.page.tsx';
import { incidentKey } from './incident-at-place.ts';
import { keep, type OpenReport, onReport, type ReportRoute, type StepAnswer } from './on-report.ts';
import { type IncidentHere, openIncidentHere } from './open-incident-here.ts';
import { placeOf } from './place-of.ts';
import { readContact } from './read-contact.ts';
import { FORM_ROUTE } from './report-paths.ts';
import { isStale, withMark } from './stood.ts';

const PATH = `${FORM_ROUTE}/incident`;

/** What has happened to many speaks first; whoever it met is told when it is over, and no case is made of it. */
export function reportIncident(door: FastifyInstance, deps: Deps): void {
  const limit = { preHandler: limitRate(deps, { name: 'join-incident', limit: 30, windowSeconds: 3600 }) };
  const joining = `${PATH}/join`;
  door.get<ReportRoute>(PATH, onReport(deps, whereItIsKnown(say)));
  door.post<ReportRoute>(PATH, onReport(deps, whereItIsKnown(somethingElse)));
  door.get<ReportRoute>(joining, onReport(deps, whereItIsKnown(ask)));
  door.post<ReportRoute>(joining, limit, onReport(deps, whereItIsKnown(join)));
  door.get<ReportRoute>(`${PATH}/joined`, onReport(deps, joined));
}

type IncidentStep = (report: OpenReport, incident: IncidentHere) => Promise<StepAnswer> | StepAnswer;

/** It may be over since the page was opened: then the report goes on. */
function whereItIsKnown(step: IncidentStep) {
  return async (report: OpenReport): Promise<StepAnswer> => {
    const incident = await openIncidentHere(report);
    return incident ? await step(report, incident) : await goOn(report);
  };
}

const say: IncidentStep = (report, incident) => ({
  page: IncidentPage({ report: withMark(report, markOf(incidentKey(incident))), incident }),
});

const somethingElse: IncidentStep = async (report, incident) => {
  if (!incident.mayGoOn || isStale(report, markOf(incidentKey(incident)))) return { to: report.paths.incident };
  return await goOn(await keep(report, { told: [...report.state.told, incidentKey(incident)] }));
};

const ask: IncidentStep = (report) => ({ page: JoinPage({ report, values: { ...report.state.contact }, errors: {} }) });

const join: IncidentStep = async (report, incident) => {
  const { tx, deps, actor, service, paths } = report;
  const read = readContact(report.form, true);
  if (!read.ok) return { page: JoinPage({ report, values: read.values, errors: read.errors }), status: 422 };
  const { contact } = read;
  if (contact.email === '' && contact.phone === '') {
    const errors = { email: 'Enter an email address or a phone number' };
    return { page: JoinPage({ report, values: { ...contact }, errors }), status: 422 };
  }
  const { contactId } = await recordContact(tx, deps.clock, actor, {
    channel: 'web',
    direction: 'in',
    handled: 'automatic',
    givenName: contact.name || null,
    givenEmail: contact.email || null,
    givenPhone: contact.phone || null,
    questions: [{ act: 'report', reason: service.contactReason, serviceSlug: service.slug, incidentId: incident.id }],
  });
  const uprn = placeOf(report)?.uprn ?? null;
  const result = await joinIncident(tx, deps.clock, actor, { incident: incident.id, contactId, uprn, ...contact });
  if (!result.ok) throw new HttpError(409, 'That is over since a moment ago. Go back, and report what is not right.');
  await keep(report, { contact });
  return { to: `${paths.incident}/joined` };
};

async function joined(report: OpenReport): Promise<StepAnswer> {
  return { page: JoinedPage({ report, incident: await openIncidentHere(report) }) };
}
