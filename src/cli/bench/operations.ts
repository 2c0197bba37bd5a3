import type { Answer, Client } from '../http-client.ts';
import { tokenIn } from '../http-client.ts';
import { formOperations } from './forms.ts';
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
      ask: (client, attempt) => searched(client, '/desk/search', caseWords(attempt)),
    },
    { name: 'search-customers', tries: 400, ask: (client, attempt) => searchCustomers(client, drawn(attempt, 3)) },
    { name: 'worklist-50', tries: 400, ask: (client) => client.ask({ path: '/desk/work?of=all' }) },
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
    ...formOperations(),
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
function searchCustomers(client: Client, index: number): Promise<Answer> {
  const { given, family } = madeUp(index, 'RM9 6HR');
  const heard = index % 2 === 0 ? family : family.replace('e', 'i');
  return searched(client, '/desk/customers', `${given} ${heard}`);
}

/** As a browser does it: the form goes out, and the answer says where what was found stands. */
async function searched(client: Client, path: string, words: string): Promise<Answer> {
  const _csrf = await formTokenOf(client, path);
  const sent = await client.ask({ method: 'POST', path, form: { _csrf, q: words } });
  const { location } = sent.headers;
  // Where it leads nowhere, nothing was searched: the status that is no success says so.
  return typeof location === 'string' ? client.ask({ path: location }) : { ...sent, status: 599 };
}

const formTokens = new WeakMap<Client, string>();

/** The search box stands on every screen, so its token is there before anybody types. */
async function formTokenOf(client: Client, path: string): Promise<string> {
  const known = formTokens.get(client) ?? tokenIn((await client.ask({ path })).body);
  formTokens.set(client, known);
  return known;
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
