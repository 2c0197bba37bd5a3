import { describe, expect, test } from 'vitest';
import { leaveDrafts } from '#modules/forms';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';
import { everyKind } from '#test/every-kind';
import { withService } from '#test/with-service';

const BASE = '/services/help-with-costs/apply';
const HOUR = 3_600_000;

async function house(): Promise<TestApp> {
  const app = await startApp();
  await withService(app, everyKind);
  return app;
}

/** Two questions answered, then saved. @returns the browser and the path of the link */
async function saved(app: TestApp, more: Record<string, string> = {}): Promise<{ browser: Browser; link: string }> {
  const browser = app.browser();
  await browser.visit(BASE);
  await browser.submit({}, BASE);
  await browser.submit({ 'lives-here': 'yes' });
  await browser.submit({ 'full-name': 'Wanjiru Ngũgĩ' });
  await browser.visit(`${BASE}/later`);
  await browser.submit({ email: 'Wanjiru@example.com', ...more });
  return { browser, link: (await links(app))[0] ?? '' };
}

async function links({ deps }: TestApp): Promise<string[]> {
  const { rows } = await deps.db.pool.query<{ body: string }>('select body from messages order by made_at');
  return rows.flatMap(({ body }) => /\/return\/[\w-]+/.exec(body)?.[0] ?? []);
}

describe('a form that is saved for later', () => {
  test('is gone on with in another browser by its link and the address that it was sent to', async () => {
    const app = await house();
    const { browser, link } = await saved(app);
    expect(browser.text).toContain('We are sending a link to Wanjiru@example.com');
    const other = app.browser();
    await other.visit(link);
    expect(other.html).not.toContain('Ngũgĩ');
    await other.submit({ email: ' wanjiru@EXAMPLE.com ' });
    expect(other.url).toBe(`${BASE}/questions/home-address`);
    await browser.visit(`${BASE}/questions/full-name`);
    expect(browser.status).toBe(410);
  });

  test('opened twice by its owner is gone on with where it was opened last, with everything in it', async () => {
    const app = await house();
    const { link } = await saved(app);
    const [first, second] = [app.browser(), app.browser()];
    for (const browser of [first, second]) {
      await browser.visit(link);
      await browser.submit({ email: 'wanjiru@example.com' });
      expect(browser.url).toBe(`${BASE}/questions/home-address`);
    }
    await second.visit(`${BASE}/questions/full-name`);
    expect(second.html).toContain('Ngũgĩ');
    await first.visit(`${BASE}/questions/full-name`);
    expect([first.status, first.text.includes('Your answers were cleared')]).toEqual([410, true]);
  });

  test('opens for nobody who does not know the address, and not without a limit of tries', async () => {
    const app = await house();
    const { link } = await saved(app);
    const thief = app.browser();
    await thief.visit(link);
    await thief.submit({ email: 'thief@example.com' });
    expect([thief.status, thief.text.includes('That is not the email address')]).toEqual([422, true]);
    for (let press = 0; press < 20 && thief.status === 422; press++) await thief.submit({ email: 'thief@example.com' });
    expect(thief.status).toBe(429);
  });

  test('sends its link to another address when the first was mistyped', async () => {
    const app = await house();
    const { browser, link } = await saved(app);
    await browser.visit(`${BASE}/later`);
    await browser.submit({ email: 'right@example.com' });
    const wrong = app.browser();
    await wrong.visit(link);
    await wrong.submit({ email: 'Wanjiru@example.com' });
    expect(wrong.status).toBe(422);
    await wrong.submit({ email: 'right@example.com' });
    expect(wrong.url).toBe(`${BASE}/questions/home-address`);
  });

  test('leaves nothing on a shared computer once it is closed there, and its link still works', async () => {
    const app = await house();
    const { browser, link } = await saved(app);
    await browser.submit({}, `${BASE}/clearance`);
    await browser.visit(`${BASE}/questions/full-name`);
    expect(browser.html).not.toContain('Ngũgĩ');
    const other = app.browser();
    await other.visit(link);
    await other.submit({ email: 'wanjiru@example.com' });
    expect(other.url).toBe(`${BASE}/questions/home-address`);
  });

  test('is gone when its days have passed, and says so', async () => {
    const app = await house();
    const { link } = await saved(app);
    app.clock.advance((28 * 24 + 1) * 60);
    const late = app.browser();
    await late.visit(link);
    expect([late.status, late.text.includes('This link does not work any more')]).toEqual([404, true]);
  });

  test('brings one message with the same link when it is left, and never a second', async () => {
    const app = await house();
    const { link } = await saved(app);
    expect(await leaveDrafts(app.deps, app.councilId)).toBe(0);
    app.clock.advance((49 * HOUR) / 60_000);
    expect(await leaveDrafts(app.deps, app.councilId)).toBe(1);
    expect(await leaveDrafts(app.deps, app.councilId)).toBe(0);
    expect(await links(app)).toEqual([link, link]);
  });

  test('puts somebody who allowed it on the list to be called, and off it when somebody has', async () => {
    const app = await house();
    await saved(app, { call: 'yes', phone: '07700 900982', name: 'Wanjiru' });
    const ada = await app.signedIn('ada-mensah');
    await ada.visit('/desk/forms-left');
    expect(ada.text).toContain('Nobody waits to be called');
    app.clock.advance((49 * HOUR) / 60_000);
    await leaveDrafts(app.deps, app.councilId);
    const again = await app.signedIn('ada-mensah');
    await again.visit('/desk/forms-left');
    expect(again.text).toContain('07700 900982');
    expect(again.text).toContain('Help with costs');
    await again.submit({}, again.html.match(/\/desk\/forms-left\/[\w-]+\/call/)?.[0] ?? '');
    expect(again.text).toContain('Nobody waits to be called');
  });

  test('needs a phone number where a call is wanted, and keeps what was typed', async () => {
    const app = await house();
    const { browser } = await saved(app, { call: 'yes', phone: '12' });
    expect([browser.status, browser.text.includes('Enter a phone number')]).toEqual([422, true]);
    expect(browser.html).toContain('Wanjiru@example.com');
    expect(await links(app)).toEqual([]);
  });
});
