import type { Answer, Client } from '../http-client.ts';
import { tokenIn } from '../http-client.ts';
import type { Operation } from './measure.ts';

const FORM = '/services/council-tax-single-person-discount/apply';
const QUESTION = `${FORM}/questions/adults`;
const BROWSERS = 8;

interface Applicant {
  client: Client;
  /** Hidden fields of the form that each of them has begun. */
  fields: { _csrf: string; draft: string };
}

/** A page of an application, and an answer to it that is read, checked and saved; eight people at it, each with a form. */
export function formOperations(): Operation[] {
  const applicants = new Map<Client, Promise<Applicant[]>>();
  const one = async (client: Client, attempt: number): Promise<Applicant> => {
    const known = applicants.get(client) ?? beginAll(client);
    applicants.set(client, known);
    const found = (await known)[attempt % BROWSERS];
    if (!found) throw new Error('nobody has begun a form');
    return found;
  };
  return [
    {
      name: 'form-page',
      tries: 800,
      ask: async (client, attempt) => (await one(client, attempt)).client.ask({ path: QUESTION }),
    },
    {
      name: 'form-step',
      tries: 800,
      ask: async (client, attempt) => answer(await one(client, attempt), attempt),
    },
  ];
}

function answer({ client, fields }: Applicant, attempt: number): Promise<Answer> {
  return client.ask({ method: 'POST', path: QUESTION, form: { ...fields, adults: String(1 + (attempt % 3)) } });
}

function beginAll(client: Client): Promise<Applicant[]> {
  return Promise.all(Array.from({ length: BROWSERS }, () => begin(client.another())));
}

async function begin(client: Client): Promise<Applicant> {
  const _csrf = tokenIn((await client.ask({ path: FORM })).body);
  await client.ask({ method: 'POST', path: FORM, form: { _csrf } });
  const { body } = await client.ask({ path: QUESTION });
  const draft = /name="draft" value="([^"]+)"/.exec(body)?.[1];
  if (draft === undefined) throw new Error('the form of the single person discount could not be begun');
  return { client, fields: { _csrf: tokenIn(body), draft } };
}
