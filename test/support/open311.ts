import type { LightMyRequestResponse } from 'fastify';
import type { TestApp } from './app.ts';
import { aToken } from './machine.ts';

interface KeptCase {
  id: string;
  description: string;
  channel: string;
}

/** A client of Open311 that posts as FixMyStreet does (perllib/Open311.pm). */
export interface Open311Client {
  key: string;
  post(path: string, fields: Record<string, string>): Promise<LightMyRequestResponse>;
  get(path: string): Promise<LightMyRequestResponse>;
  /** Send a report and answer with its reference. */
  reported(more?: Record<string, string>): Promise<string>;
  caseOf(reference: string): Promise<KeptCase>;
}

/** What FixMyStreet's client posts for a report. */
export const report = (more: Record<string, string> = {}): Record<string, string> => ({
  service_code: 'street-light',
  lat: '51.4803',
  long: '0.3216',
  email: 'sam@example.com',
  first_name: 'Sam',
  last_name: 'Okoro',
  description:
    'title: Light out\n\ndetail: It has been out for a week.\n\nurl: https://www.fixmystreet.com/report/17\n\nSubmitted via FixMyStreet\n',
  'attribute[fault]': 'out',
  'attribute[easting]': '561000',
  ...more,
});

export async function open311Client(app: TestApp): Promise<Open311Client> {
  const key = await aToken(app, 'open311');
  const post: Open311Client['post'] = (path, fields) =>
    app.app.inject({
      method: 'POST',
      url: `/open311/v2/${path}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ jurisdiction_id: 'estuary', api_key: key, ...fields }).toString(),
    });
  let count = 0;
  return {
    key,
    post,
    get: (path) => app.get(`/open311/v2/${path}`),
    reported: async (more = {}) => {
      count += 1;
      const reply = await post('requests.json', report({ 'attribute[fixmystreet_id]': `made-${count}`, ...more }));
      const [made] = reply.json<{ service_request_id: string }[]>();
      if (!made) throw new Error(reply.body);
      return made.service_request_id;
    },
    caseOf: async (reference) => {
      const { rows } = await app.deps.db.pool.query<KeptCase>(
        'select * from cases where council_id = $1 and reference = $2',
        [app.councilId, reference],
      );
      const [found] = rows;
      if (!found) throw new Error(`there is no case ${reference}`);
      return found;
    },
  };
}
