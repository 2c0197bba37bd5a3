import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

interface Form {
  action: string;
  method: string;
  hidden: [name: string, value: string][];
  names: Set<string>;
  /** What its fields hold as the page came: typed, chosen and ticked. */
  shown: [name: string, value: string][];
}

/** What a person with a browser without JavaScript can do: follow links, fill in forms, keep cookies. */
export class Browser {
  readonly #app: FastifyInstance;
  readonly #cookies = new Map<string, string>();
  readonly #host: string | undefined;
  page: LightMyRequestResponse | undefined;
  url = '/';

  constructor(app: FastifyInstance, host?: string) {
    this.#app = app;
    this.#host = host;
  }

  /** Open an address, following redirects, and return the text of the page. */
  async visit(url: string): Promise<string> {
    return this.#go('GET', url);
  }

  /**
   * Send the form that has all these fields (or the one whose action is `action`), with its hidden fields, as a
   * browser would. Follows redirects and returns the text of the page that it ends on.
   */
  async submit(fields: Record<string, string | string[]>, action?: string): Promise<string> {
    const forms = formsOf(this.html);
    const form = forms.find((one) =>
      action === undefined ? Object.keys(fields).every((name) => one.names.has(name)) : one.action === action,
    );
    if (!form)
      throw new Error(
        `no form here takes ${Object.keys(fields).join(', ') || action || 'nothing'}; forms: ${forms.map((one) => `${one.action} (${[...one.names].join(', ')})`).join('; ')}`,
      );
    const body = new URLSearchParams(form.hidden.filter(([name]) => !(name in fields)));
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    const target = new URL(form.action || this.url, `http://here${this.url}`);
    const address = target.pathname + target.search;
    return form.method === 'post'
      ? this.#go('POST', address, { type: 'application/x-www-form-urlencoded', payload: body.toString() })
      : this.#go('GET', `${target.pathname}?${body.toString()}`);
  }

  /** Send the form with this action as it was filled in by the page itself. */
  submitAsShown(action: string): Promise<string> {
    const shown = formsOf(this.html).find((one) => one.action === action)?.shown ?? [];
    const fields: Record<string, string[]> = {};
    for (const [name, value] of shown) fields[name] = [...(fields[name] ?? []), value];
    return this.submit(fields, action);
  }

  /** Send the form with this action, with a file in one of its fields. */
  async attach(action: string, file: { field: string; name: string; bytes: Buffer }, fields = {}): Promise<string> {
    const form = formsOf(this.html).find((one) => (one.action || this.url) === action && one.names.has(file.field));
    if (!form) throw new Error(`no form ${action} here takes a file as ${file.field}`);
    const body = new FormData();
    for (const [name, value] of [...form.hidden, ...Object.entries<string>(fields)]) body.append(name, value);
    body.append(file.field, new Blob([new Uint8Array(file.bytes)]), file.name);
    const sent = new Response(body);
    const type = sent.headers.get('content-type') ?? '';
    return this.#go('POST', action, { type, payload: Buffer.from(await sent.arrayBuffer()) });
  }

  /** Send a body that no form of this page would make: what somebody else's program sends. */
  async post(url: string, type: string, payload: Buffer): Promise<string> {
    return this.#go('POST', url, { type, payload });
  }

  /** The same browser in a second window: its own page, the same cookies as now. */
  twin(app = this.#app): Browser {
    const twin = new Browser(app, this.#host);
    for (const [name, value] of this.#cookies) twin.#cookies.set(name, value);
    twin.page = this.page;
    twin.url = this.url;
    return twin;
  }

  /** The whole HTML of the current page. */
  get html(): string {
    return this.page?.body ?? '';
  }

  /** The words of the current page, as somebody reads them: no markup, single spaces. */
  get text(): string {
    return wordsOf(parse(this.html)).replace(/\s+/g, ' ').trim();
  }

  get status(): number {
    return this.page?.statusCode ?? 0;
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  /** All cookies, to go on with a request by hand. */
  cookies(): Record<string, string> {
    return Object.fromEntries(this.#cookies);
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  async #go(method: 'GET' | 'POST', url: string, sent?: { type: string; payload: string | Buffer }): Promise<string> {
    const headers: Record<string, string> = {
      ...(this.#host !== undefined && { host: this.#host }),
      ...(sent && { 'content-type': sent.type }),
    };
    const reply = await this.#app.inject({
      method,
      url,
      headers,
      cookies: Object.fromEntries(this.#cookies),
      ...(sent && { payload: sent.payload }),
    });
    for (const { name, value, maxAge } of reply.cookies) {
      if (value === '' || maxAge === 0) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const { location } = reply.headers;
    if (reply.statusCode >= 300 && reply.statusCode < 400 && typeof location === 'string')
      return this.#go('GET', location);
    this.page = reply;
    this.url = url;
    return reply.body;
  }
}

const CONTROLS = ['input', 'select', 'textarea', 'button'];

function formsOf(html: string): Form[] {
  const page = parse(html);
  const all = CONTROLS.flatMap((tag) => elements(page, tag));
  return elements(page, 'form').map((form) => {
    const within = CONTROLS.flatMap((tag) => elements(form, tag)).filter((one) => !attribute(one, 'form'));
    const id = attribute(form, 'id');
    // A control may stand elsewhere and name the form that it belongs to.
    const controls = [...within, ...all.filter((one) => id !== undefined && attribute(one, 'form') === id)];
    return {
      action: attribute(form, 'action') ?? '',
      method: (attribute(form, 'method') ?? 'get').toLowerCase(),
      hidden: controls
        .filter((one) => attribute(one, 'type') === 'hidden')
        .map((one) => [attribute(one, 'name') ?? '', attribute(one, 'value') ?? '']),
      names: new Set(controls.map((one) => attribute(one, 'name') ?? '')),
      shown: controls.flatMap((one) =>
        shownIn(one).map((value) => [attribute(one, 'name') ?? '', value] as [string, string]),
      ),
    };
  });
}

function shownIn(control: Element): string[] {
  const type = attribute(control, 'type') ?? '';
  if (control.tagName === 'textarea') return [wordsOf(control)];
  if (control.tagName === 'select') return chosenIn(control);
  if (control.tagName !== 'input' || type === 'hidden' || type === 'file') return [];
  const isTicked = !['radio', 'checkbox'].includes(type) || attribute(control, 'checked') !== undefined;
  return isTicked ? [attribute(control, 'value') ?? ''] : [];
}

function chosenIn(select: Element): string[] {
  const options = elements(select, 'option');
  const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0];
  return chosen ? [attribute(chosen, 'value') ?? ''] : [];
}

function elements(node: Node, tag: string): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  const below = children.flatMap((child) => elements(child, tag));
  return node.nodeName === tag ? [node as Element, ...below] : below;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function wordsOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (['script', 'style', 'title'].includes(node.nodeName)) return '';
  return 'childNodes' in node ? node.childNodes.map(wordsOf).join(' ') : '';
}
