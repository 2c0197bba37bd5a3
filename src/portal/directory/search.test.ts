import { beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '#test/app';

let house: TestApp;

beforeAll(async () => {
  house = await startApp();
});

async function search(query: string) {
  const page = house.browser();
  await page.visit(`/search${query}`);
  expect(page.status).toBe(200);
  return page;
}

test('a search that finds nothing says what to do, and how a person can help', async () => {
  const page = await search('?q=zzzzzz');
  expect(page.text).toContain('We found nothing for “zzzzzz”');
  expect(page.text).toContain('Say it in fewer or other words');
  expect(page.text).toContain('A person can help you too');
  expect(page.html).toContain('value="zzzzzz"');
});

test('what people call things leads to the service', async () => {
  expect((await search('?q=rats+in+garden')).text).toContain('Pest control');
  expect((await search('?q=hole+in+the+road')).html).toContain('href="/services/pothole"');
});

test('no words, blanks, markup, other alphabets and a very long text are all answered in peace', async () => {
  expect((await search('')).text).not.toContain('We found nothing');
  expect((await search('?q=%20%20')).text).not.toContain('We found nothing');
  const markup = await search(`?q=${encodeURIComponent('<script>alert(1)</script>')}`);
  expect(markup.html).not.toContain('<script>alert');
  for (const typed of ['سلة', '🗑️🗑️', '\u0000\u0007', "'; drop table cases", '%', '(((', 'x'.repeat(5_000)]) {
    await search(`?q=${encodeURIComponent(typed)}`);
  }
  expect((await search('?q=bin&q=road')).html).toContain('value="road"');
});
