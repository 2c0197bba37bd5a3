import { expect, type Locator, type Page } from '@playwright/test';
import type { Sheet } from '../support/apply.ts';

/** A question as its definition has it; what a browser shows of it is read from the page. */
export interface AskedQuestion {
  id: string;
  kind: string;
}

/** Press something as somebody without a mouse does: it must take the focus. */
async function press(target: Locator, key = 'Enter'): Promise<void> {
  await target.focus();
  await expect(target).toBeFocused();
  await target.press(key);
}

/** What is typed for each kind where the sheet has nothing; of a question of several fields by the part of it. */
const TYPED: Readonly<Record<string, string>> = {
  text: 'As it was before',
  'long-text': 'It began on Monday, and it is there every day.',
  number: '2',
  money: '120.50',
  name: "Zoë O'Neil",
  email: 'zoe@mail.example',
  phone: '07700 900461',
};
const PARTS: Readonly<Record<string, string>> = {
  plate: 'AB12 CDE',
  day: '2',
  month: '11',
  year: '2026',
  postcode: 'IG11 0AE',
  name: "Zoë O'Neil",
  email: 'zoe@mail.example',
  phone: '07700 900461',
};
const A_STREET = 'RM9 6HR';
const A_HOME = 'IG11 0AE';

/** Fills in whatever stands on a page of a form, by keyboard: what the sheet says, else what its kind of question takes. */
export class Filler {
  readonly #page: Page;
  readonly #kinds: ReadonlyMap<string, string>;
  readonly #typed: ReadonlyMap<string, string | readonly string[]>;

  constructor(page: Page, questions: readonly AskedQuestion[], sheet: Sheet) {
    this.#page = page;
    this.#kinds = new Map(questions.map(({ id, kind }) => [id, kind]));
    this.#typed = new Map(
      Object.entries(sheet).flatMap(([key, typed]) =>
        typeof typed === 'string' || Array.isArray(typed) ? [[key, typed] as const] : Object.entries(typed),
      ),
    );
  }

  /** Every field that is seen, from the first to the last, then the button that goes on. */
  async page(): Promise<void> {
    const form = this.#page.locator('main form:not(.fd-clear-answers)').first();
    const names = await form
      .locator('input:not([type=hidden]):visible, textarea:visible, select:visible')
      .evaluateAll((fields) => [...new Set(fields.map((field) => field.getAttribute('name') ?? ''))]);
    for (const name of names) await this.#field(form, name);
    // "Use my location" belongs to a script and sends nothing; what takes something away is not the way on.
    await press(form.locator('button:not([type=button], [name=remove])').first());
  }

  async #field(form: Locator, name: string): Promise<void> {
    const all = form.locator(`[name="${name}"]:not([type=hidden])`);
    const [tag, type] = await all.first().evaluate((field) => [field.tagName, field.getAttribute('type') ?? '']);
    if (type === 'file') return;
    if (type === 'radio' || type === 'checkbox') await this.#pick(all, name, type);
    else if (tag === 'SELECT') await press(all.first(), 'ArrowDown');
    else await this.#type(all.first(), name);
  }

  async #pick(all: Locator, name: string, type: string): Promise<void> {
    // One of whatever may be added is enough.
    const wanted = name === 'more' ? ['no'] : [this.#typed.get(name) ?? []].flat();
    const values = await all.evaluateAll((boxes) => boxes.map((box) => box.getAttribute('value') ?? ''));
    const chosen = values.filter((value) => wanted.includes(value));
    const fallback = FIRST_CHOICES.find((value) => values.includes(value)) ?? values[0] ?? '';
    for (const value of chosen.length > 0 ? chosen : [fallback]) {
      const box = all.and(this.#page.locator(`[value="${value}"]`)).first();
      if (!(await box.isChecked())) await press(box, 'Space');
      if (type === 'radio') return;
    }
  }

  async #type(field: Locator, name: string): Promise<void> {
    const text = this.#textFor(name);
    await field.focus();
    await expect(field).toBeFocused();
    await field.press('ControlOrMeta+a');
    if (text === '') await field.press('Delete');
    else await this.#page.keyboard.insertText(text);
  }

  #textFor(name: string): string {
    const typed = this.#typed.get(name);
    if (typeof typed === 'string') return typed;
    const kind = this.#kinds.get(name);
    if (kind === 'place') return this.#isHome() ? A_HOME : A_STREET;
    const part = name.split('-').at(-1) ?? '';
    return PARTS[name] ?? (kind === undefined ? undefined : TYPED[kind]) ?? PARTS[part] ?? '';
  }

  /** A household's matter asks for a postcode alone; the street's takes any words. */
  #isHome(): boolean {
    return this.#kinds.get('household') === 'yes';
  }
}

/** "More to add", "how will you show it": the way that ends soonest. */
const FIRST_CHOICES = ['later', 'in-person', 'no'];
