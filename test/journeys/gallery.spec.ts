import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { AA, AAA, expectClean, expectContrast } from './look.ts';

const SITE = 'http://gallery.example';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};
/** No inline script or style may be needed, so the gallery is served under the strictest policy. */
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'";
const DESK = ['call', 'worklist'];
const PUBLIC = ['home', 'service', 'question', 'place', 'check', 'confirmation', 'tracking', 'lost', 'components'];

/** Drawn once for all journeys (before-all.ts). */
const folder = process.env['JOURNEYS_GALLERY'] ?? '';

async function open(page: Page, name: string): Promise<string[]> {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await page.route(`${SITE}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/assets/icon.svg')
      return route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
    const headers = { 'content-security-policy': POLICY };
    await route.fulfill({
      contentType: TYPES[extname(path)] ?? 'text/plain',
      headers,
      body: readFileSync(builtOrDrawn(path)),
    });
  });
  await page.goto(`${SITE}/${name}.html`);
  return refused;
}

for (const name of [...PUBLIC, ...DESK]) {
  for (const width of [320, 1280]) {
    test(`${name} at ${String(width)} pixels has nothing that axe finds, and needs no sideways scrolling`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      const refused = await open(page, name);
      await expectClean(page, DESK.includes(name) ? AA : AAA);
      expect(refused).toEqual([]);
    });
  }
}

for (const name of ['home', 'question', 'tracking', 'components', 'call', 'worklist']) {
  test(`${name} in dark colours keeps its contrast`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open(page, name);
    await expectContrast(page);
  });
}

test('a public page with its style, script and fonts is under 60 KB as it travels', () => {
  const size = (file: string) => readFileSync(join(folder, file)).length;
  const zipped = (file: string) => gzipSync(readFileSync(join(folder, file))).length;
  const fonts = readdirSync(join(folder, 'assets')).filter((file) => /latin-[47]00.*woff2$/.test(file));
  const shared =
    zipped('assets/public.css') +
    zipped('assets/public.js') +
    fonts.reduce((sum, file) => sum + size(`assets/${file}`), 0);
  for (const name of PUBLIC.filter((page) => page !== 'components')) {
    expect(size(`${name}.html`) + shared, name).toBeLessThan(60 * 1024);
  }
});

test('the error summary takes the focus, and its link goes to the field', async ({ page }) => {
  await open(page, 'question');
  await expect(page.locator('.govuk-error-summary')).toBeFocused();
  await page.getByRole('link', { name: 'Select which bin was missed' }).click();
  await expect(page.getByLabel('Blue bin')).toBeFocused();
});

test('the desk is used by keys: / searches, ? helps, n goes on, and typing is left alone', async ({ page }) => {
  await open(page, 'call');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Search everything' });
  await expect(search).toBeFocused();
  await page.keyboard.type('n?gc');
  await expect(search).toHaveValue('n?gc');
});

/** A page names what the build made, where there is a build; else what the gallery drew beside it. */
function builtOrDrawn(path: string): string {
  const built = join('dist/public', path.replace(/^\/?assets\//, ''));
  return existsSync(built) ? built : join(folder, path);
}
