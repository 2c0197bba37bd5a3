import { expect } from '@playwright/test';
import { test } from './house.ts';
import { AAA, expectClean } from './look.ts';

const PAGES = ['/', '/services', '/services/pothole', '/services/no-water', '/search?q=bin', '/search?q=zzzzzz'].concat(
  ['/contact', '/charter', '/performance', '/accessibility', '/track', '/services/no-water/report'],
);

for (const width of [320, 1280]) {
  for (const javaScriptEnabled of width === 320 ? [true, false] : [true]) {
    const how = `${String(width)} pixels wide, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;

    test(`a pothole is reported and tracked, ${how}`, async ({ browser, house }) => {
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } });
      const page = await context.newPage();
      const looked = async () => {
        if (javaScriptEnabled) await expectClean(page, AAA);
      };
      const goOn = async () => {
        await looked();
        await page.getByRole('button', { name: 'Continue' }).click();
      };
      await page.goto(`${house}/services/pothole`);
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

  test(`every public page has nothing that axe finds, ${String(width)} pixels wide`, async ({ page, house }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of PAGES) {
      await page.goto(house + path);
      await expectClean(page, AAA);
    }
  });
}
