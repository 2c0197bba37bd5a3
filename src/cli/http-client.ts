import { Agent, request } from 'node:http';

export interface Answer {
  status: number;
  body: string;
  headers: Record<string, string | string[] | undefined>;
}

export interface Ask {
  method?: 'GET' | 'POST';
  path: string;
  /** Sent as a form; a list is one field several times. */
  form?: Record<string, string | string[]>;
  json?: unknown;
  /** Sent as it is. */
  raw?: { type: string; bytes: Buffer };
  headers?: Record<string, string>;
}

/** A browser of the least kind: keeps its connections and its cookies, follows no redirect. */
export class Client {
  readonly #port: number;
  readonly #agent: Agent;
  readonly #cookies = new Map<string, string>();

  constructor(port: number, connections: number) {
    this.#port = port;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Another browser at the same door, with cookies of its own. */
  another(): Client {
    return new Client(this.#port, 1);
  }

  close(): void {
    this.#agent.destroy();
  }

  ask({ method = 'GET', path, headers = {}, ...sent }: Ask): Promise<Answer> {
    const payload = payloadOf(sent);
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port: this.#port,
          agent: this.#agent,
          method,
          path,
          headers: {
            ...(cookie && { cookie }),
            ...(payload && { 'content-type': payload.type, 'content-length': payload.bytes.length }),
            ...headers,
          },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => {
            this.#keep(incoming.headers['set-cookie'] ?? []);
            resolve({
              status: incoming.statusCode ?? 0,
              body: Buffer.concat(chunks).toString(),
              headers: incoming.headers,
            });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(payload?.bytes);
    });
  }

  #keep(lines: string[]): void {
    for (const line of lines) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}

function payloadOf({ form, json, raw }: Pick<Ask, 'form' | 'json' | 'raw'>): Ask['raw'] {
  if (raw) return raw;
  if (json !== undefined) return { type: 'application/json', bytes: Buffer.from(JSON.stringify(json)) };
  if (!form) return undefined;
  const fields = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return { type: 'application/x-www-form-urlencoded', bytes: Buffer.from(new URLSearchParams(fields).toString()) };
}

/** The token that a form of this page carries. */
export function tokenIn(page: string): string {
  return /name="_csrf" value="([^"]*)"/.exec(page)?.[1] ?? '';
}
