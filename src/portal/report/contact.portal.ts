import type { FastifyInstance } from 'fastify';
import { prefillFor } from '#modules/accounts';
import type { Deps } from '#platform/deps';
import type { Values } from '#ui';
import { ContactPage } from './contact.page.tsx';
import { goOn } from './go-on.ts';
import { keep, type OpenReport, onReport, type ReportRoute, type StepAnswer } from './on-report.ts';
import { readContact } from './read-contact.ts';
import { FORM_ROUTE } from './report-paths.ts';
import { contactMark, isStale, withMark } from './stood.ts';

const PATH = `${FORM_ROUTE}/contact`;

/** How to reach whoever reports; nothing at all where the service may be used without a name. */
export function reportContact(door: FastifyInstance, deps: Deps): void {
  door.get<ReportRoute>(PATH, onReport(deps, ask));
  door.post<ReportRoute>(PATH, onReport(deps, take));
}

async function ask(report: OpenReport): Promise<StepAnswer> {
  const values = report.state.contact ?? (await fromAccount(report));
  return { page: ContactPage({ report: withMark(report, contactMark(report)), values }) };
}

/** What their account knows, shown and changeable: details are given once (A-23). */
async function fromAccount({ tx, deps, account, askingFor }: OpenReport): Promise<Values> {
  const known = account && (await prefillFor(tx, deps.clock, account.councilId, account.id));
  if (askingFor) {
    const isOrganisation = askingFor.kind === 'owner' || askingFor.kind === 'user';
    // Whoever acts for an organisation gets the answer; whoever helps a person gives that person's details.
    return { name: askingFor.name, ...(isOrganisation && known && { email: known.email, phone: known.phone }) };
  }
  return known ? { name: known.name, email: known.email, phone: known.phone } : {};
}

async function take(report: OpenReport): Promise<StepAnswer> {
  const read = readContact(report.form, report.service.anonymous);
  const values = read.ok ? { ...read.contact } : read.values;
  const changed = isStale(report, contactMark(report)) ? givenElsewhere(report.state.contact, values) : {};
  const errors = { ...(read.ok ? {} : read.errors), ...changed };
  if (read.ok && Object.keys(errors).length === 0) return await goOn(await keep(report, { contact: read.contact }));
  const isKept = Object.keys(changed).length > 0;
  const page = ContactPage({ report: withMark(report, contactMark(report)), values, errors, isKept });
  return { page, status: isKept ? 409 : 422 };
}

/** What was given in another window, at the fields that say something else here. */
function givenElsewhere(kept: OpenReport['state']['contact'], typed: Record<string, string>): Record<string, string> {
  const others = Object.entries(kept ?? {}).filter(([name, value]) => value !== (typed[name] ?? ''));
  return Object.fromEntries(
    others.map(([name, value]) => [
      name,
      `You ${value === '' ? 'left this empty' : `gave “${value}”`} in another window. Press Continue to use what is below instead`,
    ]),
  );
}
