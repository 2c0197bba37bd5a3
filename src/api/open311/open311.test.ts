import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesOf } from '#modules/documents';
import { inCouncil } from '#platform/db';
import { startApp, type TestApp } from '#test/app';
import { aToken } from '#test/machine';
import { type Open311Client, open311Client, report } from '#test/open311';
import { fetchMedia } from './fetch-media.ts';

let app: TestApp;
let client: Open311Client;

beforeAll(async () => {
  app = await startApp();
  client = await open311Client(app);
});

const post: Open311Client['post'] = (path, fields) => client.post(path, fields);
const get: Open311Client['get'] = (path) => client.get(path);
const reported: Open311Client['reported'] = (more) => client.reported(more);
const caseOf: Open311Client['caseOf'] = (reference) => client.caseOf(reference);

describe('what can be reported', () => {
  test('is the public services alone, in both forms', async () => {
    const json = await get('services.json?jurisdiction_id=estuary');
    const xml = await get('services.xml');
    const codes = json.json<{ service_code: string }[]>().map(({ service_code }) => service_code);

    expect(codes).toContain('street-light');
    expect(codes).not.toContain('missed-bin');
    expect(xml.headers['content-type']).toContain('application/xml');
    expect(xml.body).toContain('<services><service><service_code>');
    expect(xml.body.match(/<service>/g)).toHaveLength(codes.length);
  });

  test('asks the questions of its definition as attributes, but the place, photos and the description', async () => {
    const { attributes } = (await get('services/street-light.json')).json<{ attributes: Record<string, unknown>[] }>();

    expect(attributes.map(({ code, datatype, required }) => [code, datatype, required])).toEqual([
      ['number', 'string', false],
      ['fault', 'singlevaluelist', true],
      ['danger', 'singlevaluelist', false],
    ]);
    expect((await get('services/street-light.xml')).body).toContain(
      '<service_definition><service_code>street-light</service_code><attributes><attribute>',
    );
  });

  test.each([
    'services/missed-bin.json',
    'services/nothing.json',
    'services.json?jurisdiction_id=elsewhere',
    'tokens/1.json',
  ])('%s is not found, in the form that was asked for', async (path) => {
    const reply = await get(path);

    expect(reply.statusCode).toBe(404);
    expect(reply.json()).toMatchObject([{ code: 404 }]);
  });

  test('the discovery says where it stands', async () => {
    expect((await get('discovery.json')).json()).toMatchObject({ endpoints: [{ type: 'test' }] });
    expect((await get('discovery.xml')).body).toContain('<endpoints><endpoint><specification>');
  });
});

describe('a report from FixMyStreet', () => {
  test('becomes a case with its contact, and can be read back without any person in it', async () => {
    const reply = await post('requests.xml', report());
    const [, reference = ''] = /<service_request_id>([^<]+)</.exec(reply.body) ?? [];
    const kept = await caseOf(reference);
    const read = await get(`requests/${reference}.json`);

    expect(reply.statusCode).toBe(200);
    expect(kept).toMatchObject({ channel: 'machine', description: 'Light out\nIt has been out for a week.' });
    expect(read.json()).toMatchObject([{ service_request_id: reference, status: 'open', lat: 51.4803, long: 0.3216 }]);
    expect(read.body).not.toMatch(/Sam|Okoro|sam@example/);
    expect((await get('requests.json?service_code=street-light')).body).toContain(reference);
  });

  test('that is sent again under the same id is the same case', async () => {
    const again = { 'attribute[fixmystreet_id]': '4711' };

    expect(await reported(again)).toBe(await reported(again));
  });

  test.each([
    ['service_code', { service_code: '' }, 400],
    ['service_code', { service_code: 'no-such' }, 404],
    ['service_code', { service_code: 'missed-bin' }, 404],
    ['lat', { lat: 'north' }, 400],
    ['long', { long: '' }, 400],
    ['lat', { lat: '123' }, 400],
    ['address_string', { lat: '', long: '' }, 400],
    ['attribute[fault]', { 'attribute[fault]': 'haunted' }, 400],
    ['attribute[fault]', { 'attribute[fault]': '' }, 400],
    ['email', { email: 'nobody' }, 400],
    ['description', { description: 'x'.repeat(6_000) }, 400],
    ['area', { lat: '51.5795', long: '0.0763' }, 400],
    ['media_url', { media_url: 'photo.jpg' }, 400],
    ['media_url', { media_url: 'file:///etc/passwd' }, 400],
    ['media_url', { media_url: 'https://' }, 400],
    ['media_url', { media_url: `https://photos.example/${'x'.repeat(2_000)}` }, 400],
    ['jurisdiction_id', { jurisdiction_id: 'elsewhere' }, 404],
    ['api_key', { api_key: 'wrong' }, 403],
  ])('says what is wrong with %s', async (field, wrong, status) => {
    const reply = await post('requests.json', report(wrong));

    expect(reply.statusCode).toBe(status);
    expect(reply.json()).toEqual([{ code: status, description: expect.stringContaining(field) as string }]);
  });

  test('with a body that cannot be read is answered as Open311, never as a fault of ours', async () => {
    const send = (type: string, payload: string) =>
      app.app.inject({ method: 'POST', url: '/open311/v2/requests.xml', headers: { 'content-type': type }, payload });
    const replies = [
      await send('application/json', '{'),
      await send('multipart/form-data; boundary=x', 'nonsense'),
      await send('text/csv', 'a,b'),
      await send('application/x-www-form-urlencoded', '%%%&&&==='),
    ];

    for (const reply of replies) {
      expect(reply.statusCode).toBeGreaterThanOrEqual(400);
      expect(reply.statusCode).toBeLessThan(500);
      expect(reply.body).toContain('<errors><error><code>');
    }
  });

  test('with a photo in the form keeps it', async () => {
    const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#123456' } })
      .jpeg()
      .toBuffer();
    const boundary = 'fms';
    const fields = Object.entries({ api_key: client.key, ...report() }).map(
      ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="media"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
    const reply = await app.app.inject({
      method: 'POST',
      url: '/open311/v2/requests.json',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: Buffer.concat([Buffer.from(fields.join('') + head), jpeg, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    });
    const [made] = reply.json<{ service_request_id: string }[]>();
    const { id } = await caseOf(made?.service_request_id ?? '');

    expect(await inCouncil(app.deps.db, app.councilId, (tx) => filesOf(tx, app.councilId, [id]))).toHaveLength(1);
  });
});

describe('a photo that is named and not sent', () => {
  test('is fetched by the queue, once, and never from inside', async () => {
    const reference = await reported({ media_url: 'http://127.0.0.1:3000/desk' });
    const { id } = await caseOf(reference);
    await app.work();
    const filesOfCase = () => inCouncil(app.deps.db, app.councilId, (tx) => filesOf(tx, app.councilId, [id]));
    const inside = await filesOfCase();
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#654321' } })
      .png()
      .toBuffer();
    const sender = { id: app.councilId, name: 'test' };
    const payload = { councilId: app.councilId, caseId: id, url: 'https://photos.example/1.jpg', sender };
    const fetchIt = () => Promise.resolve({ ok: true as const, bytes });
    await fetchMedia(app.deps, payload, fetchIt);
    await fetchMedia(app.deps, payload, fetchIt);

    expect(inside).toHaveLength(0);
    expect(await filesOfCase()).toHaveLength(1);
  });
});

describe('reading reports', () => {
  test.each([
    'requests.json?start_date=yesterday',
    'requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-09-01T00:00:00Z',
    'requests.json?start_date=2026-11-02T00:00:00Z&end_date=2026-11-01T00:00:00Z',
    'requests.json?status=lost',
    'requests.json?page=0',
    'requests.json?page_size=100000',
    'requests.json?updated_after=2026-02-31x',
    'servicerequestupdates.json?start_date=nonsense',
  ])('%s is refused with what to do', async (path) => {
    const reply = await get(path);

    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject([{ code: 400 }]);
  });

  test('pages do not overlap, and the filters filter', async () => {
    await reported();
    await reported();
    const page = async (number: number) =>
      (await get(`requests.json?page_size=1&page=${number}&status=open`)).json<{ service_request_id: string }[]>();
    const [first, second] = [await page(1), await page(2)];

    expect(first).toHaveLength(1);
    expect(second[0]?.service_request_id).not.toBe(first[0]?.service_request_id);
    expect((await get('requests.json?updated_after=2027-01-01T00:00:00Z')).json()).toEqual([]);
    expect((await get('requests.json?service_request_id=K7M3-QX9T')).json()).toEqual([]);
    expect((await get('requests/K7M3-QX9T.xml')).statusCode).toBe(404);
  });
});

test('a token of another role may read and not write', async () => {
  const reading = await aToken(app, 'api-read');

  expect((await post('requests.json', report({ api_key: reading }))).statusCode).toBe(403);
});
