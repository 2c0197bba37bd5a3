import type { Answer, Client } from '../http-client.ts';
import { tokenIn } from '../http-client.ts';
import { benchReference, madeUp, mixed } from './made-up.ts';
import type { Operation } from './measure.ts';

interface Setting {
  cases: number;
  /** Bearer token of a machine that may write. */
  token: string;
}

/** What the contract names and what exists so far. Each draws its rows by lot over the whole of the data. */
export function operations({ cases, token }: Setting): Operation[] {
  const drawn = (attempt: number, salt: number): number => mixed(attempt, salt) % cases;
  const bearer = { authorization: `Bearer ${token}` };
  return [
    {
      name: 'view-case',
      tries: 600,
      ask: (client, attempt) => client.ask({ path: `/desk/cases/${benchReference(drawn(attempt, 1))}` }),
    },
    {
      name: 'customer-history',
      tries: 600,
      ask: (client, attempt) => client.ask({ path: `/desk/customers/${customerId(drawn(attempt, 2))}` }),
    },
    {
      name: 'search-cases',
      tries: 400,
      ask: (client, attempt) => client.ask({ path: `/desk/search?q=${encodeURIComponent(caseWords(attempt))}` }),
    },
    { name: 'search-customers', tries: 400, ask: (client, attempt) => searchCustomers(client, drawn(attempt, 3)) },
    { name: 'worklist-50', tries: 400, ask: (client) => client.ask({ path: '/desk/work?show=all' }) },
    {
      name: 'create-case',
      tries: 300,
      ask: (client, attempt) =>
        client.ask({ method: 'POST', path: '/api/v1/cases', headers: bearer, json: newCase(attempt) }),
    },
    {
      name: 'log-contact',
      tries: 300,
      ask: (client, attempt) =>
        client.ask({ method: 'POST', path: '/api/v1/contacts', headers: bearer, json: newContact(drawn(attempt, 4)) }),
    },
    {
      name: 'open311-get-50',
      tries: 400,
      ask: (client) => client.ask({ path: '/open311/v2/requests.json?page_size=50' }),
    },
    { name: 'portal-home', tries: 800, ask: (client) => client.ask({ path: '/' }) },
    { name: 'service-page', tries: 800, ask: (client) => client.ask({ path: '/services/missed-bin' }) },
  ];
}

function customerId(index: number): string {
  return `01900000-${Buffer.from('cu').toString('hex')}-7000-8000-${index.toString(16).padStart(12, '0')}`;
}

const THINGS = ['mattress', 'lamp post', 'fridge', 'pavement', 'drain', 'kerb'];
const STATES = ['broken', 'flooded', 'leaning', 'abandoned'];

function caseWords(attempt: number): string {
  return `${STATES[attempt % STATES.length] ?? ''} ${THINGS[attempt % THINGS.length] ?? ''} ${1 + (attempt % 97)}`;
}

/** Half of the searches are spelt as heard, not as written. */
async function searchCustomers(client: Client, index: number): Promise<Answer> {
  const { given, family } = madeUp(index, 'RM9 6HR');
  const heard = index % 2 === 0 ? family : family.replace('e', 'i');
  const page = await client.ask({ path: '/desk/customers' });
  const found = await client.ask({
    method: 'POST',
    path: '/desk/customers',
    form: { _csrf: tokenIn(page.body), q: `${given} ${heard}` },
  });
  const { location } = found.headers;
  return typeof location === 'string' ? client.ask({ path: location }) : found;
}

function newCase(attempt: number): unknown {
  return {
    service: 'pothole',
    channel: 'machine',
    place: { text: 'Bench Street', lat: 51.54 + (attempt % 1_000) / 100_000, lon: 0.13 + (attempt % 700) / 100_000 },
    answers: {},
    description: 'A hole as wide as a wheel',
  };
}

function newContact(index: number): unknown {
  return { channel: 'phone', direction: 'in', customerId: customerId(index), summary: 'Asked when it will be done' };
}
