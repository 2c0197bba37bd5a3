import { test } from './house.ts';
import { AA, expectClean } from './look.ts';

const LISTS = ['/desk/hand-overs', '/desk/forms-left', '/desk/registrations', '/desk/today'];

test('lists of the desk have nothing that axe finds, narrow and wide', async ({ browser, house }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${house}/desk/sign-in`);
  await page.getByRole('button', { name: /Kath Bryant/ }).press('Enter');
  await page.waitForURL(/\/desk/);
  for (const list of LISTS) {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${house}${list}`);
      await expectClean(page, AA);
    }
  }
  await context.close();
});
