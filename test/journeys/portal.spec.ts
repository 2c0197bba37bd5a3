import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type JourneyServer, startServer } from './server.ts';

const AAA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'wcag2aaa', 'wcag21aaa'];
const PAGES = ['/', '/services', '/services/pothole', '/services/no-water', '/search?q=bin', '/search?q=zzzzzz'].concat(
  ['/contact', '/charter', '/performance', '/accessibility', '/track', '/services/no-water/report'],
);

let server: JourneyServer;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startServer();
});
test.afterAll(() => server.stop());

async function isClean(page: Page, where: string): Promise<void> {
  // GOV.UK puts the back link before the main part, outside every landmark, so that the skip link passes it.
  const { violations } = await new AxeBuilder({ page }).withTags(AAA).disableRules(['region']).analyze();
  expect(violations.map(({ id, nodes }) => [where, id, nodes.map((node) => node.html)])).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}

for (const width of [320, 1280]) {
  for (const javaScriptEnabled of width === 320 ? [true, false] : [true]) {
    const how = `${String(width)} pixels wide, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;

    test(`a pothole is reported and tracked, ${how}`, async ({ browser }) => {
      test.setTimeout(120_000);
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } });
      const page = await context.newPage();
      const looked = async () => {
        if (javaScriptEnabled) await isClean(page, page.url());
      };
      const goOn = async () => {
        await looked();
        await page.getByRole('button', { name: 'Continue' }).click();
      };
      await page.goto(`${server.url}/services/pothole`);
      await page.getByRole('button', { name: 'Report it now' }).click();
      await goOn();
      await page.getByLabel('Where is it?').fill('nowhere at all');
      await goOn();
      await expect(page.getByText('We cannot find that place').first()).toBeVisible();
      await page.getByLabel('Where is it?').fill('IG11 0AE');
      await goOn();
      await page.getByLabel('Near 1 Avocet Way, Barking').check();
      await page.getByLabel('What is it next to?').fill('By the post box');
      await goOn();
      const others = page.getByRole('button', { name: 'None of these: go on' });
      if (await others.isVisible()) {
        await looked();
        await others.click();
      }
      await page.getByLabel('The road').check();
      await goOn();
      await page.getByLabel('No', { exact: true }).check();
      await goOn();
      await page.getByLabel('As big as a hand').check();
      await goOn();
      await goOn();
      await goOn();
      await goOn();
      await looked();
      await page.getByRole('button', { name: 'Send report' }).click();
      await expect(page.getByRole('heading', { name: 'We have your report' })).toBeVisible();
      await looked();
      await page.getByRole('link', { name: 'See how it is going' }).click();
      await expect(page.getByText('You told us')).toBeVisible();
      await looked();
      await context.close();
    });
  }

  test(`every public page has nothing that axe finds, ${String(width)} pixels wide`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 900 });
    for (const path of PAGES) {
      await page.goto(server.url + path);
      await isClean(page, path);
    }
  });
}
