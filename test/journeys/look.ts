import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What the desk must meet: WCAG 2.2 AA, and what axe calls best practice. */
export const AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What public pages must meet. */
export const AAA = [...AA, 'wcag2aaa', 'wcag21aaa'];

/** Fails when axe finds something on the page as it stands, or when the page scrolls sideways. */
export async function expectClean(page: Page, standard: string[]): Promise<void> {
  // GOV.UK puts the back link before the main part, outside every landmark, so that the skip link passes it.
  await expectNothingFound(page, axe(page).withTags(standard).disableRules(['region']));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Fails when the colours of the page as it stands are too near each other, by AA or by AAA. */
export async function expectContrast(page: Page): Promise<void> {
  await expectNothingFound(page, axe(page).withRules(['color-contrast', 'color-contrast-enhanced']));
}

/**
 * Only what is violated is described: describing all that passes takes longer than looking. The older mode looks from
 * inside the page alone, without a second page to put the frames' results together; so there may be no frame.
 */
const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();

async function expectNothingFound(page: Page, builder: AxeBuilder): Promise<void> {
  expect(page.frames().length, 'a page of one frame').toBe(1);
  const { violations } = await builder.analyze();
  expect(violations.map(({ id, nodes }) => [page.url(), id, nodes.map((node) => node.html)])).toEqual([]);
}
