import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { newEmail, withAccount } from '#test/accounts';
import { startApp, type TestApp } from '#test/app';
import type { Browser } from '#test/browser';

const REPORT = '/services/missed-bin/report';
let house: TestApp;
let photo: Buffer;
/** Each reports about a home of their own. */
let home = -1;

beforeAll(async () => {
  house = await startApp({ now: '2026-11-25T11:00:00Z' });
  photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#337755' } })
    .jpeg()
    .toBuffer();
});

/** Somebody with an account who has reported a missed bin, with a photo of it. */
async function withReport(): Promise<{ browser: Browser; email: string }> {
  const email = newEmail();
  const browser = await withAccount(house, email);
  await browser.visit(REPORT);
  await browser.submit({}, REPORT);
  await browser.submit({ place: 'IG11 0AE' });
  const homes = [...browser.html.matchAll(/value="(\d{12})"/g)].map(([, uprn]) => uprn ?? '');
  home += 1;
  await browser.submit({ place: homes[home] ?? '' });
  await browser.submit({ containers: ['rubbish'] });
  await browser.submit({ 'out-in-time': 'yes' });
  await browser.submit({ spilt: 'no' });
  await browser.attach(browser.url, { field: 'photo', name: 'My bin.jpg', bytes: photo });
  if (browser.url.endsWith('/photo')) await browser.submit({}, browser.url);
  await browser.submit({ name: 'Mia Wong', email, phone: '' });
  await browser.submit({}, `${REPORT}/answers`);
  await house.work();
  return { browser, email };
}

function fileOn({ html }: Browser): string {
  return /\/account\/documents\/[\w-]{36}(?=")/.exec(html)?.[0] ?? '';
}

async function readsOf(fileId: string): Promise<{ actor_type: string; act: string; purpose: string }[]> {
  const { rows } = await house.deps.db.pool.query<{ actor_type: string; act: string; purpose: string }>(
    "select actor_type, act, purpose from audit_entries where subject_id = $1 and kind = 'read'",
    [fileId],
  );
  return rows;
}

describe('documents and messages', () => {
  test('are none before anything was sent or written', async () => {
    const browser = await withAccount(house);
    await browser.visit('/account/documents');
    expect([browser.status, browser.text.includes('There is nothing here yet')]).toEqual([200, true]);
  });

  test('hold the photo that was sent and the message about it, the newest first, and the photo can be saved', async () => {
    const { browser } = await withReport();
    await browser.visit('/account/documents');
    expect(browser.text).toMatch(
      /We have your report .*Photo You sent this Wednesday 25 November.* Save My bin.jpg \(picture/,
    );
    const path = fileOn(browser);
    await browser.visit(path);
    expect(browser.status).toBe(200);
    expect(browser.page?.headers['content-type']).toContain('image/jpeg');
    expect(browser.page?.headers['content-disposition']).toBe("attachment; filename*=UTF-8''My%20bin.jpg");
    const reads = await readsOf(path.split('/').at(-1) ?? '');
    expect(reads).toEqual([{ actor_type: 'customer', act: 'file.read', purpose: 'own documents' }]);
  });

  test('are nobody else’s: another account gets 404, a stranger is asked to sign in, an id that is none is 404', async () => {
    const { browser } = await withReport();
    await browser.visit('/account/documents');
    const path = fileOn(browser);
    const { browser: other } = await withReport();
    for (const bad of [path, '/account/documents/nothing', '/account/documents/%00', `${path.slice(0, -1)}0`]) {
      await other.visit(bad);
      expect([bad, other.status]).toEqual([bad, 404]);
    }
    const stranger = house.browser();
    await stranger.visit(path);
    expect(stranger.url).toContain('/account/sign-in');
    expect(await readsOf(path.split('/').at(-1) ?? '')).toEqual([]);
  });

  test('that colleagues added for each other are neither shown nor given', async () => {
    const { browser } = await withReport();
    await browser.visit('/account/documents');
    const path = fileOn(browser);
    await house.deps.db.pool.query(
      `insert into case_entries (council_id, id, case_id, kind, at, actor_type, actor_name, audience, text, data)
       select l.council_id, gen_random_uuid(), l.subject_id, 'note', now(), 'staff', 'Ada', 'staff', 'See the photo', $2
       from file_links l where l.file_id = $1 and l.subject_type = 'case'`,
      [path.split('/').at(-1), JSON.stringify({ fileIds: [path.split('/').at(-1)] })],
    );
    await browser.visit('/account/documents');
    expect(fileOn(browser)).toBe('');
    await browser.visit(path);
    expect(browser.status).toBe(404);
  });

  test('come a page at a time, each of them once, and all of them in the data that is taken along', async () => {
    const { browser, email } = await withReport();
    await house.deps.db.pool.query(
      `insert into messages select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'key', 'copy ' || $1 || n,
         'subject', 'Letter ' || n || '.', 'made_at', m.made_at - (n / 2) * interval '1 minute'))).*
       from messages m, generate_series(1, 45) n where m.to_address = $1 and m.case_id is not null`,
      [email],
    );
    const seen: string[] = [];
    await browser.visit('/account/documents');
    for (let page = 0; page < 5; page += 1) {
      seen.push(...[...browser.html.matchAll(/Letter (\d+)\./g)].map(([, n]) => n ?? ''));
      const older = /\/account\/documents\?after=[^"]+/.exec(browser.html)?.[0];
      if (older === undefined) break;
      await browser.visit(older);
    }
    expect(browser.text).toContain('Back to the newest');
    expect(seen.map(Number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 45 }, (_, n) => n + 1));
    await browser.visit('/account/documents?after=yesterday');
    expect(browser.status).toBe(404);
    await browser.visit('/account/data.json');
    const data = JSON.parse(browser.html) as { messages: unknown[]; files: { name: string }[] };
    expect([data.messages.length >= 46, data.files.map(({ name }) => name)]).toEqual([true, ['My bin.jpg']]);
  });
});
