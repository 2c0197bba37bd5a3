import { accountOfCustomer, type CustomerAccount } from '#modules/accounts';
import { type CaseLine, caseLines, type IncidentName, incidentNames } from '#modules/cases';
import { type ContactView, contactHistory, type HistoryKey, type HistoryPage, liveContacts } from '#modules/contacts';
import { type ContactPoint, english } from '#modules/councils';
import {
  type CustomerView,
  customerView,
  findCustomers,
  type IdentityRule,
  identityRule,
  keptSearch,
  type SearchResult,
} from '#modules/customers';
import { localDate, type MarkerView, markersAt } from '#modules/places';
import { isTransaction, type ServiceDefinition, searchServices } from '#modules/services';
import type { StaffActor } from '#modules/staff';
import type { Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import type { Values } from '#ui';
import { type Directory, directoryOf } from '../../portal/directory.ts';
import { serviceList } from '../../portal/service-list.ts';
import type { WantedStep } from './form-screen.ts';
import { linesOf } from './lines.ts';
import { type SavedForms, savedForms } from './saved-form.ts';
import { type TakenReport, takenReport } from './taken-report.ts';

const PURPOSE = 'answering a contact';

export interface CallView {
  now: Date;
  zone: string;
  contact: ContactView;
  isMine: boolean;
  live: Awaited<ReturnType<typeof liveContacts>>;
  directory: Directory;
  customer: CustomerView | null;
  /** Their own account online, where they have one. */
  account: CustomerAccount | undefined;
  /** Other lines than the main one that the reader answers. */
  lines: readonly ContactPoint[];
  markers: MarkerView[];
  rule: IdentityRule;
  search: { typed: string; result: SearchResult | null; byReference: CaseLine[] } | null;
  /** The customer's cases, open ones first. */
  cases: CaseLine[];
  history: HistoryPage | null;
  /** The report that is being taken now. */
  report: TakenReport | null;
  /** The cases that were asked about in this contact. */
  asked: CaseLine[];
  /** What they began online and did not send. */
  saved: SavedForms;
  /** The incidents that the caller joined in it. */
  joined: IncidentName[];
  /** What is offered today, and what is like the words and has ended: paper may have come for it in time. */
  services: { typed: string; found: ServiceDefinition[]; ended: ServiceDefinition[] };
}

interface Asked {
  contact: ContactView;
  council: { id: string; revision: number };
  find: string;
  q: string;
  before: HistoryKey | undefined;
  /** The form about which they are called, by its id; or nothing. */
  called: string;
  wanted: WantedStep;
  /** What was typed and refused. */
  values: Values;
}

/** Everything that the screen of a call shows, read in one transaction; the read of the customer is logged. */
export async function callView(tx: Tx, deps: Deps, actor: StaffActor, asked: Asked): Promise<CallView> {
  const { contact } = asked;
  const directory = await directoryOf(tx, asked.council);
  const { zone } = directory.config.profile;
  const customer = await customerOf(tx, deps, actor, contact);
  return {
    now: deps.clock.now(),
    zone,
    contact,
    isMine: contact.staffId === null || contact.staffId === actor.id,
    live: await liveContacts(tx, actor),
    directory,
    customer,
    account: customer ? await accountOfCustomer(tx, actor.councilId, customer.clusterId) : undefined,
    lines: await linesOf(tx, actor, directory.config),
    markers: customer?.uprn ? await markersAt(tx, deps.clock, actor, { uprn: customer.uprn, zone }) : [],
    rule: await identityRule(tx, actor.councilId),
    search: await searchOf(tx, deps, actor, asked.find),
    cases: customer ? await caseLines(tx, actor.councilId, { customerIds: customer.recordIds }) : [],
    history: customer
      ? await contactHistory(tx, actor.councilId, { clusterId: customer.clusterId, before: asked.before })
      : null,
    report: contact.endedAt
      ? null
      : await takenReport(tx, deps, actor, { ...asked, contactId: contact.id, directory, customer }),
    asked: await casesAsked(tx, actor, contact),
    saved: contact.endedAt
      ? { lines: [], needsCheck: false }
      : await savedForms(tx, deps.clock, actor.councilId, { contact, customer, called: asked.called }),
    joined: await incidentNames(
      tx,
      actor.councilId,
      contact.questions.flatMap(({ incidentId }) => incidentId ?? []),
    ),
    services: {
      typed: asked.q,
      found: servicesFor(directory, deps.clock.now(), asked.q),
      ended: endedFor(directory, deps.clock.now(), asked.q),
    },
  };
}

async function customerOf(
  tx: Tx,
  { clock }: Deps,
  actor: StaffActor,
  { customerId }: ContactView,
): Promise<CustomerView | null> {
  if (customerId === null) return null;
  const view = await customerView(tx, clock, actor, { customerId, purpose: PURPOSE });
  return view.ok ? view.customer : null;
}

async function searchOf(tx: Tx, { clock }: Deps, actor: StaffActor, id: string): Promise<CallView['search']> {
  const typed = id === '' ? null : await keptSearch(tx, clock, actor, id);
  if (typed === null) return null;
  const result = await findCustomers(tx, clock, actor, { typed, purpose: PURPOSE });
  if (!result.ok) return { typed, result: null, byReference: [] };
  const byReference = result.reference ? await caseLines(tx, actor.councilId, { references: [result.reference] }) : [];
  return { typed, result, byReference };
}

/** Those offered today that are meant, best first; while nothing was typed what can be begun here comes before what can be told. */
function servicesFor(directory: Directory, now: Date, typed: string): ServiceDefinition[] {
  const all = serviceList(directory, now);
  if (typed.trim() !== '') return searchServices(all, typed).map(({ service }) => service);
  return all.toSorted((a, b) => rank(a) - rank(b) || english(a.name).localeCompare(english(b.name)));
}

const MOST_ENDED = 3;

function endedFor({ config, catalogue }: Directory, now: Date, typed: string): ServiceDefinition[] {
  if (typed.trim() === '') return [];
  const today = localDate(now, config.profile.zone);
  const all = [...catalogue.services.values()].map(({ service }) => service);
  const ended = all.filter((one) => isTransaction(one) && one.valid.until !== undefined && one.valid.until < today);
  return searchServices(ended, typed)
    .slice(0, MOST_ENDED)
    .map(({ service }) => service);
}

const rank = (service: ServiceDefinition): number => (isTransaction(service) ? 0 : 1);

function casesAsked(tx: Tx, actor: StaffActor, { questions }: ContactView): Promise<CaseLine[]> {
  const caseIds = [...new Set(questions.flatMap(({ caseId }) => caseId ?? []))];
  return caseLines(tx, actor.councilId, { caseIds });
}
