import { Client, tokenIn } from './http-client.ts';

interface WhoSignsIn {
  /** Slug of somebody of the demonstration. */
  person: string;
  connections: number;
}

/** Somebody of the demonstration, signed in at the desk of the server on this port. */
export async function signedIn(port: number, { person, connections }: WhoSignsIn): Promise<Client> {
  const client = new Client(port, connections);
  const page = await client.ask({ path: '/desk/sign-in' });
  await client.ask({ method: 'POST', path: '/desk/sign-in', form: { _csrf: tokenIn(page.body), person } });
  return client;
}
