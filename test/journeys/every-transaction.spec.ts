import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { APPLICATIONS } from '../support/application-sheets.ts';
import { type AskedQuestion, Filler } from './fill-in.ts';
import { test } from './house.ts';
import { AAA, expectClean } from './look.ts';

const FOLDER = 'councils/estuary/services';
const WIDTHS = [320, 1280] as const;
const MOST_PAGES = 45;
/** A page that does not come in this time does not come. */
const PATIENCE_MS = 15_000;
const LOOK_AGAIN_MS = [20, 50, 100];

interface Transaction {
  slug: string;
  kind: string;
  place?: 'household' | 'point' | 'none';
  /** A report asks one after the other, an application in steps. */
  questions?: AskedQuestion[];
  steps?: { questions: AskedQuestion[] }[];
}

/** Every report and application of the demonstration council, as its folder has them. */
const transactions = readdirSync(FOLDER)
  .map((file) => parse(readFileSync(join(FOLDER, file), 'utf8')) as Transaction)
  .filter(({ kind }) => kind === 'report' || kind === 'application');

for (const [index, { slug, kind, place, questions = [], steps = [] }] of transactions.entries()) {
  // One on a narrow screen, the next on a wide one: the pages are the same, and all would take twice as long.
  const width = WIDTHS[index % 2] ?? 320;
  test(`${slug} is gone through by keyboard alone, from its first page to its reference`, async ({
    browser,
    house,
  }) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const start = `${house}/services/${slug}/${kind === 'report' ? 'report' : 'apply'}`;
    await page.goto(start);
    await lookAt(page);
    const { pathname } = new URL(page.url());
    if (pathname !== new URL(start).pathname) {
      // It has ended, and leads to what took its place, which is walked too.
      expect(transactions.map((one) => `/services/${one.slug}`)).toContain(pathname);
      return;
    }
    const all = [...questions, ...steps.flatMap((step) => step.questions), ...homeMark(place)];
    await walk(page, new Filler(page, all, APPLICATIONS[slug]?.full ?? {}));
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/^We have /);
    await context.close();
  });
}

const homeMark = (place: Transaction['place']): AskedQuestion[] =>
  place === 'household' ? [{ id: 'household', kind: 'yes' }] : [];

/** Page after page until it is sent. */
async function walk(page: Page, filler: Filler): Promise<void> {
  for (let count = 0; count < MOST_PAGES; count++) {
    if (new URL(page.url()).pathname.endsWith('/sent')) return;
    const before = await stateOf(page);
    await filler.page();
    await expect
      .poll(() => stateOf(page), {
        timeout: PATIENCE_MS,
        intervals: LOOK_AGAIN_MS,
        message: `${page.url()} does not go on`,
      })
      .not.toBe(before);
    await lookAt(page);
    await expect(page.locator('.govuk-error-summary'), page.url()).toHaveCount(0);
  }
  throw new Error(`no end at ${page.url()}`);
}

/** The shapes of page that this worker has had axe look at. */
const looked = new Set<string>();

/** Axe looks at each shape of page, narrow and wide: the same fields under other words are the same page to it. */
async function lookAt(page: Page): Promise<void> {
  const shape = await shapeOf(page);
  if (looked.has(shape)) return;
  looked.add(shape);
  await expectClean(page, AAA);
}

async function shapeOf(page: Page): Promise<string> {
  const [, , , , kind = ''] = new URL(page.url()).pathname.split('/');
  const fields = await page
    .locator(
      'main form:not(.fd-clear-answers) :is(input:not([type=hidden]), select, textarea, fieldset, details, button)',
    )
    .evaluateAll((all) => [
      ...new Set(
        all.map((one) => `${one.tagName} ${one.getAttribute('type') ?? ''} ${one.getAttribute('class') ?? ''}`),
      ),
    ]);
  return `${String(page.viewportSize()?.width)} ${kind} ${fields.sort().join(',')}`;
}

/** Where the form stands: an address lookup stays on its page and shows more of it. */
async function stateOf(page: Page): Promise<string> {
  const fields = await page
    .locator('main [name]')
    .count()
    .catch(() => 0);
  return `${page.url()} ${String(fields)}`;
}
