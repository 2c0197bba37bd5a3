import type { Ask, Client } from '../http-client.ts';

/** A program with a token: the crew's system, the mail system. */
export class ByMachine {
  readonly #client: Client;
  readonly #token: string;
  constructor(client: Client, token: string) {
    this.#client = client;
    this.#token = token;
  }

  /** Throws what the API says where it refuses. */
  async ask<T>(asked: Omit<Ask, 'headers'>): Promise<T> {
    const { status, body } = await this.#client.ask({ ...asked, headers: { authorization: `Bearer ${this.#token}` } });
    if (status >= 400) throw new Error(`${asked.path} answered ${status}: ${body}`);
    return JSON.parse(body) as T;
  }
}
