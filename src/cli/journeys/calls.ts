import type { AtTheDesk } from './at-the-desk.ts';

export interface Caller {
  name: string;
  house: string;
  postcode: string;
  phone: string;
  /** Empty: she has none. */
  email: string;
}

export interface Reported {
  contactId: string;
  reference: string;
  caseId: string;
}

/** She rings for the first time: put on record, checked, her report taken, told what happens and by when. */
export async function reportByPhone(adviser: AtTheDesk, caller: Caller): Promise<Reported> {
  const call = await answered(adviser);
  const press = (act: string, form: Record<string, string | string[]>) => adviser.press(`${call}/${act}`, form, call);
  await register(adviser, call, caller);
  await press('identity', { fact: ['name', 'postcode', 'phone'] });
  await press('service', { service: 'missed-bin' });
  const script = await adviser.look(call);
  await press('place', { place: 'home', uprn: inPage(script, /name="uprn" value="(\d+)"/) });
  const opened = await openCase(adviser, call);
  const caseId = inPage(opened.page, /name="case" value="([^"]+)"/);
  await press('case/told', { case: caseId });
  await finish(adviser, call);
  return {
    contactId: contactOf(call),
    reference: inPage(opened.at, /#asked-(.+)$/),
    caseId,
  };
}

/** She rings again to ask how it is going. @returns id of the contact. */
export async function chaseByPhone(adviser: AtTheDesk, caller: Caller, { caseId }: Reported): Promise<string> {
  const call = await answered(adviser);
  const press = (act: string, form: Record<string, string>, seenAt = call) =>
    adviser.press(`${call}/${act}`, form, seenAt);
  const found = await press('customer-search', { find: `${caller.name} ${caller.postcode}` });
  await press('customer', { customer: inPage(found.page, /name="customer" value="([^"]+)"/) }, found.at);
  await press('case/question', { case: caseId, act: 'chase', note: '' });
  await finish(adviser, call);
  return contactOf(call);
}

async function answered(adviser: AtTheDesk): Promise<string> {
  const { at } = await adviser.press('/desk/calls', { channel: 'phone' }, '/desk');
  return at;
}

/** Who may be the same person is shown first; the adviser says that none of them is. */
async function register(adviser: AtTheDesk, call: string, caller: Caller): Promise<void> {
  const form = { ...caller, born: '' };
  const first = await adviser.tryPress(`${call}/registration`, form, call);
  if (!('refused' in first)) return;
  const others = [...first.page.matchAll(/name="not-these" value="([^"]+)"/g)].map(([, id = '']) => id);
  await adviser.press(`${call}/registration`, { ...form, 'not-these': others }, call);
}

const ANSWERS = {
  containers: 'rubbish',
  'out-in-time': 'yes',
  spilt: 'yes',
  'spilt-where': 'On the pavement by my gate',
  'answered-by': 'customer',
  helper: '',
};

/** What Frontdoor knows of the round is said first; she says that it is not so, where that can be said. */
async function openCase(adviser: AtTheDesk, call: string) {
  const first = await adviser.tryPress(`${call}/case`, ANSWERS, call);
  if (!('refused' in first)) return first;
  const known = (await adviser.look(call)).includes('name="known" value="dispute"') ? 'dispute' : 'heard';
  await adviser.press(`${call}/known`, { known }, call);
  return await adviser.press(`${call}/case`, ANSWERS, call);
}

async function finish(adviser: AtTheDesk, call: string): Promise<void> {
  await adviser.press(`${call}/end`, {}, call);
  await adviser.press(`${call}/wrap-up`, { 'wrap-self-service': 'declined', summary: '' }, call);
}

const contactOf = (call: string): string => inPage(call, /\/contacts\/([^/#?]+)/);

function inPage(page: string, pattern: RegExp): string {
  const found = pattern.exec(page)?.[1];
  if (found === undefined) throw new Error(`the page does not show ${pattern.source}`);
  return found;
}
