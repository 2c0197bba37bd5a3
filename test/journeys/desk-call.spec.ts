import { expect, type Locator } from '@playwright/test';
import { test } from './house.ts';
import { AA, expectClean } from './look.ts';

/** Press something as somebody without a mouse does: it must take the focus. */
async function press(target: Locator, key = 'Enter'): Promise<void> {
  await target.focus();
  await expect(target).toBeFocused();
  await target.press(key);
}

async function type(target: Locator, text: string): Promise<void> {
  await target.focus();
  await target.pressSequentially(text);
}

for (const width of [320, 1280]) {
  test(`a call is taken by keyboard alone, ${String(width)} pixels wide`, async ({ browser, house }) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${house}/desk/sign-in`);
    await press(page.getByRole('button', { name: /Ada Mensah/ }));
    await page.goto(`${house}/desk`);
    await expectClean(page, AA);
    await press(page.getByRole('button', { name: 'Answer a call' }));
    await expect(page.getByText('What is it about?')).toBeVisible();
    await expectClean(page, AA);
    await press(page.locator('#register > summary'));
    await type(page.getByLabel('Full name'), width === 320 ? 'Kay Lindqvist' : 'Omar Fisk');
    await type(page.getByLabel('Email address'), width === 320 ? 'kay@mail.example' : 'omar@mail.example');
    await press(page.getByRole('button', { name: 'Save' }));
    await expect(page.getByText('Not checked yet')).toBeVisible();
    await type(page.getByRole('searchbox', { name: 'What is it about?' }), 'hole in road');
    await page.keyboard.press('Enter');
    await press(page.getByRole('button', { name: 'Pothole or damaged road' }));
    await type(page.getByRole('textbox', { name: 'Where is it?' }), 'RM9 6HR');
    await page.keyboard.press('Enter');
    await press(page.getByRole('button', { name: /^Near / }).nth(width === 320 ? 0 : 5));
    await expectClean(page, AA);
    await press(page.getByLabel('The road'), 'Space');
    await press(page.getByRole('group', { name: /Could it hurt/ }).getByLabel('No'), 'Space');
    await press(page.getByLabel('As big as a hand'), 'Space');
    await press(page.getByRole('button', { name: 'Open the case' }));
    await expect(page.getByText('not told yet').first()).toBeVisible();
    await expectClean(page, AA);
    await press(page.getByRole('button', { name: /^Told/ }));
    await expect(page.getByText('not told yet')).toHaveCount(0);
    await press(page.getByRole('button', { name: 'Rather not' }));
    await press(page.getByRole('button', { name: 'End the call' }));
    await expect(page.getByText('Nothing more to ask you')).toBeVisible();
    await expectClean(page, AA);
    await press(page.getByRole('button', { name: 'Finish' }));
    await expect(page.getByRole('heading', { name: /Good to see you/ })).toBeVisible();
    await press(page.getByRole('link', { name: 'Work', exact: true }));
    await expectClean(page, AA);
    await context.close();
  });
}
