import { expect, type Page } from '@playwright/test';
import { test } from './house.ts';
import { AAA, expectClean } from './look.ts';

const FORM = '/services/council-tax-single-person-discount/apply';

async function goOn(page: Page): Promise<void> {
  await expectClean(page, AAA);
  await page.getByRole('button', { name: 'Continue' }).click();
}

for (const width of [320, 1280]) {
  test(`a discount is applied for from the first question to the reference, ${width} pixels wide`, async ({
    page,
    house,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${house}${FORM}`);
    await goOn(page);
    await page.locator('[name=place]').fill('IG11 0AE');
    await goOn(page);
    await page.getByLabel(/^9 Avocet Way/).check();
    await goOn(page);
    await page.getByLabel('No, I have just moved in').check();
    await goOn(page);

    // A mistake is said where it was made, and what was typed is still there.
    await page.locator('[name=adults]').fill('two');
    await goOn(page);
    await expect(page.getByRole('alert')).toContainText('Enter a whole number');
    await expect(page.locator('[name=adults]')).toHaveValue('two');
    await page.locator('[name=adults]').fill('2');
    await goOn(page);
    await page.getByLabel('Full-time student').check();
    await goOn(page);
    await page.locator('[name=others-counted]').fill('0');
    await goOn(page);
    await page.locator('[name=since-day]').fill('1');
    await page.locator('[name=since-month]').fill('March');
    await page.locator('[name=since-year]').fill('2026');
    await goOn(page);
    await page.getByLabel('The other adult became a student').check();
    await goOn(page);
    await page.getByRole('checkbox').check();
    await goOn(page);
    await page.getByLabel('Send it later').check();
    await goOn(page);
    await page.getByLabel('Your name').fill('Ngozi O’Neil');
    await page.getByLabel('Email address').fill('ngozi@example.com');
    await goOn(page);

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers');
    await expectClean(page, AAA);
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByText('We have your application')).toBeVisible();
    await expectClean(page, AAA);
  });
}

test('a form is saved by keyboard alone, and ended early with the other help there is', async ({ page, house }) => {
  await page.goto(`${house}${FORM}`);
  await page.getByRole('button', { name: 'Continue' }).press('Enter');
  await page.getByRole('link', { name: 'Save and come back later' }).press('Enter');
  await expectClean(page, AAA);
  await page.getByLabel('Email address').fill('sam@example.com');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your answers are saved');
  await expectClean(page, AAA);
  await page.getByRole('link', { name: 'go on with the form now' }).press('Enter');
  await page.locator('[name=place]').fill('IG11 0AE');
  await page.locator('[name=place]').press('Enter');
  await page.getByLabel(/^9 Avocet Way/).check();
  await page.getByRole('button', { name: 'Continue' }).press('Enter');
  await page.getByLabel('No, I have just moved in').check();
  await page.getByRole('button', { name: 'Continue' }).press('Enter');
  await page.locator('[name=adults]').fill('0');
  await page.locator('[name=adults]').press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nobody lives there');
  await expectClean(page, AAA);
});
