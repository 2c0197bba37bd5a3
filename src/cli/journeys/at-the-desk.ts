import { type Answer, type Client, tokenIn } from '../http-client.ts';

interface Shown {
  page: string;
  /** Where the answer led, with what stands after the #. */
  at: string;
}

/** An adviser at their screen: looks at a page, fills in a form of it, and sees where that leads. */
export class AtTheDesk {
  readonly #client: Client;
  constructor(client: Client) {
    this.#client = client;
  }

  /** Throws what the page says where the press is refused. */
  async press(path: string, form: Record<string, string | string[]>, seenAt: string): Promise<Shown> {
    const shown = await this.tryPress(path, form, seenAt);
    if ('refused' in shown) throw new Error(`${path} was refused: ${shown.refused}`);
    return shown;
  }

  async tryPress(
    path: string,
    form: Record<string, string | string[]>,
    seenAt: string,
  ): Promise<Shown | { refused: string; page: string }> {
    const before = await this.look(seenAt);
    const answer = await this.#client.ask({ method: 'POST', path, form: { _csrf: tokenIn(before), ...form } });
    const at = leadsTo(answer);
    return at === null ? { refused: errorsIn(answer), page: answer.body } : { page: await this.look(at), at };
  }

  async look(path: string): Promise<string> {
    const { status, body } = await this.#client.ask({ path: path.replace(/#.*/, '') });
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    return body;
  }
}

function leadsTo({ status, headers }: Answer): string | null {
  const { location } = headers;
  return status === 303 && typeof location === 'string' ? location : null;
}

function errorsIn({ status, body }: Answer): string {
  const words = [...body.matchAll(/error-message"[^>]*>(.*?)<\/p>/gs)].map(([, text = '']) =>
    text.replace(/<[^>]*>/g, '').trim(),
  );
  return words.join('. ') || `status ${status}`;
}
