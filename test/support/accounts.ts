import type { TestApp } from './app.ts';
import type { Browser } from './browser.ts';

let people = 0;

export function newEmail(): string {
  people += 1;
  return `resident-${String(people)}@mail.example`;
}

/** The code that the page shows in a demonstration, where nothing is sent. */
export function codeOn({ text }: Browser): string {
  return /The code is (\d{6})/.exec(text)?.[1] ?? '';
}

/** A code that is not that one. */
export function anotherCode(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}

/** Somebody at the page that asks for the code, to sign in. */
export async function askCode(house: TestApp, address: string, browser = house.browser()): Promise<Browser> {
  await browser.visit('/account/sign-in');
  await browser.submit({ address });
  return browser;
}

/** Somebody at the page that asks for the code, to make an account. */
export async function beginAccount(house: TestApp, address: string, name = 'Mia Wong'): Promise<Browser> {
  const browser = house.browser();
  await browser.visit('/account/register');
  await browser.submit({ name, address });
  return browser;
}

/** Somebody with an account of their own, signed in. */
export async function withAccount(house: TestApp, address = newEmail(), name = 'Mia Wong'): Promise<Browser> {
  const browser = await beginAccount(house, address, name);
  return enterCode(browser);
}

export async function enterCode(browser: Browser): Promise<Browser> {
  await browser.submit({ code: codeOn(browser) });
  return browser;
}

/** The newest body of a message to an address, as it is kept. */
export async function lastBody({ deps }: TestApp, address: string): Promise<string> {
  const { rows } = await deps.db.pool.query<{ body: string }>(
    'select body from messages where to_address = $1 order by made_at desc, id desc limit 1',
    [address],
  );
  return rows[0]?.body ?? '';
}

/** The link in the newest message to an address. */
export async function linkIn(house: TestApp, address: string): Promise<string> {
  return /\/account\/[\w-]+(?:\/[\w-]+)*\/[\w-]{40,}/.exec(await lastBody(house, address))?.[0] ?? '';
}
