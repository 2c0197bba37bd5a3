import { type CaseOpened, type OpenCase, openCase } from '#modules/cases';
import { addQuestion, identifyContact, recordContact, startContact, wrapUp } from '#modules/contacts';
import type { Channel } from '#modules/councils';
import { registerCustomer } from '#modules/customers';
import { submit, tieToCase } from '#modules/forms';
import { tellPromises } from '#modules/promises';
import type { Answers } from '#modules/questions';
import { type StaffActor, visitor } from '#modules/staff';
import type { Tx } from '#platform/db';
import type { Life } from './life.ts';
import type { Neighbour } from './neighbours.ts';
import { AT_HOME, NOWHERE, REPORTS } from './what-is-reported.ts';

export type Way = 'web' | 'phone' | 'email' | 'counter' | 'machine';

interface Report {
  service: string;
  way: Way;
  who: Neighbour;
  /** What they answer and say, where the list of reports does not know it. */
  said?: { answers: Answers; words: string };
}

/** Somebody reports something, by one of the ways in. Undefined where the house refuses it. */
export function takeReport(tx: Tx, life: Life, report: Report): Promise<CaseOpened | undefined> {
  return TAKE[report.way](tx, life, report);
}

const TAKE: Record<Way, (tx: Tx, life: Life, report: Report) => Promise<CaseOpened | undefined>> = {
  web: online,
  machine: byMachine,
  email: byEmail,
  phone: (tx, life, report) => inPerson(tx, life, report, life.chance.pick(life.cast.advisers)),
  counter: (tx, life, report) => inPerson(tx, life, report, life.cast.floorwalker),
};

function command({ chance }: Life, { service, way, who, said }: Report): OpenCase {
  const { answers, words } = said ?? REPORTS[service]?.(chance) ?? { answers: {}, words: '' };
  const { uprn, line, house, postcode, lat, lon, ward_code: wardCode } = who.home;
  const atHome = AT_HOME.includes(service);
  // A point near home, so that the map is not one dot a house.
  const off = () => chance.between(-0.004, 0.004);
  const street = line.replace(/^\S+\s/, '');
  const place = atHome
    ? { uprn, house, postcode, words: line, lat, lon, wardCode }
    : { postcode, words: street, lat: lat + off(), lon: lon + off(), wardCode };
  return {
    service,
    channel: way,
    answers,
    place: NOWHERE.includes(service) ? null : place,
    ...(words !== '' && { description: words }),
    parties: [{ role: 'requester', customerId: who.customerId, name: who.name, email: who.email, phone: who.phone }],
  };
}

async function online(tx: Tx, life: Life, report: Report): Promise<CaseOpened | undefined> {
  const { clock, councilId } = life;
  const actor = visitor(councilId);
  const wanted = command(life, report);
  // Some want to hear nothing and give no name.
  if (!AT_HOME.includes(report.service) && life.chance.is(0.15)) wanted.parties = [];
  const submission = await submit(tx, clock, actor, {
    draftId: null,
    serviceSlug: report.service,
    serviceVersion: 1,
    answers: wanted.answers,
    answeredBy: 'customer',
    channel: 'web',
  });
  const opened = await openCase(tx, clock, actor, { ...wanted, submissionId: submission.id });
  if (!opened.ok) return undefined;
  await tieToCase(tx, clock, councilId, { submissionId: submission.id, draftId: null, caseId: opened.caseId });
  const named = wanted.parties.length > 0;
  await recordContact(tx, clock, actor, {
    channel: 'web',
    direction: 'in',
    handled: 'automatic',
    givenName: named ? report.who.name : null,
    givenEmail: named ? report.who.email : null,
    questions: [{ act: 'report', reason: reasonOf(report), serviceSlug: report.service, caseId: opened.caseId }],
  });
  return opened;
}

async function byMachine(tx: Tx, life: Life, report: Report): Promise<CaseOpened | undefined> {
  const { clock, councilId } = life;
  const actor = { councilId, type: 'system', id: null, name: 'FixMyStreet' } as const;
  const opened = await openCase(tx, clock, actor, { ...command(life, report), parties: [] });
  if (!opened.ok) return undefined;
  const question = {
    act: 'report',
    reason: reasonOf(report),
    serviceSlug: report.service,
    caseId: opened.caseId,
  } as const;
  const contact = { channel: 'machine', direction: 'in', handled: 'automatic', questions: [question] } as const;
  await recordContact(tx, clock, actor, contact);
  return opened;
}

async function byEmail(tx: Tx, life: Life, report: Report): Promise<CaseOpened | undefined> {
  const { clock } = life;
  const [adviser] = life.cast.advisers;
  const opened = await openCase(tx, clock, adviser, command(life, report));
  if (!opened.ok) return undefined;
  await recordContact(tx, clock, adviser, {
    channel: 'email',
    direction: 'in',
    handled: 'person',
    customerId: report.who.customerId,
    givenName: report.who.name,
    givenEmail: report.who.email,
    handlingSeconds: Math.round(life.chance.between(120, 420)),
    questions: [{ act: 'report', reason: reasonOf(report), serviceSlug: report.service, caseId: opened.caseId }],
  });
  return opened;
}

/** Whoever applies for something is there to be assessed. */
const reasonOf = ({ said }: Report) => (said ? 'simple-assessment' : 'report');

/** A call or a visit: who it is, what it is, what is promised, told on the spot, and two questions at the end. */
async function inPerson(tx: Tx, life: Life, report: Report, adviser: StaffActor): Promise<CaseOpened | undefined> {
  const { clock, chance } = life;
  const channel: Channel = report.way === 'counter' ? 'counter' : 'phone';
  const contactId = await begin(tx, life, { adviser, channel, who: report.who });
  if (contactId === undefined) return undefined;
  clock.advance(chance.between(1, 3));
  const opened = await openCase(tx, clock, adviser, { ...command(life, report), contactId });
  if (opened.ok) {
    const question = { contactId, act: 'report', reason: reasonOf(report), serviceSlug: report.service } as const;
    await addQuestion(tx, clock, adviser, { ...question, caseId: opened.caseId });
    const promiseIds = opened.promises.map(({ id }) => id);
    await tellPromises(tx, clock, adviser, { promiseIds, at: clock.now(), contactId });
  }
  await finish(tx, life, { adviser, contactId, resolved: true });
  return opened.ok ? opened : undefined;
}

interface Talk {
  adviser: StaffActor;
  channel: Channel;
  who: Neighbour;
}

/** Pick up, and find or register who it is. */
export async function begin(tx: Tx, life: Life, { adviser, channel, who }: Talk): Promise<string | undefined> {
  const { clock, chance } = life;
  const started = await startContact(tx, clock, adviser, {
    channel,
    direction: 'in',
    ...(channel === 'phone' && { contactPoint: 'main-line' }),
    givenName: who.name,
    ...(who.phone !== null && { givenPhone: who.phone }),
    waitedSeconds: Math.round(chance.between(5, 150)),
  });
  if (!started.ok) return undefined;
  clock.advance(chance.between(0.5, 2));
  await register(tx, life, adviser, who);
  const { contactId } = started;
  if (who.customerId !== null) await identifyContact(tx, clock, adviser, { contactId, customerId: who.customerId });
  return contactId;
}

export async function finish(
  tx: Tx,
  { clock, chance }: Life,
  { adviser, contactId, resolved }: { adviser: StaffActor; contactId: string; resolved: boolean },
): Promise<void> {
  clock.advance(chance.between(0.5, 2));
  const selfService = chance.pick(['not-offered', 'declined', 'accepted'] as const);
  await wrapUp(tx, clock, adviser, { contactId, reason: 'information', resolved, selfService });
}

/** Put somebody on record, once. */
export async function register(
  tx: Tx,
  { clock }: Pick<Life, 'clock'>,
  adviser: StaffActor,
  who: Neighbour,
): Promise<void> {
  if (who.customerId !== null) return;
  const [givenName = null, ...rest] = who.name.split(' ');
  const reaches = [
    ...(who.email === null ? [] : [{ kind: 'email' as const, value: who.email }]),
    ...(who.phone === null ? [] : [{ kind: 'phone' as const, value: who.phone }]),
  ];
  const details = { name: who.name, givenName, familyName: rest.join(' '), reaches, source: 'phone' };
  const { uprn, line: address, postcode } = who.home;
  const registered = await registerCustomer(tx, clock, adviser, { ...details, uprn, address, postcode });
  if (registered.ok) who.customerId = registered.customerId;
}
