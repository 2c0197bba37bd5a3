import type { FastifyInstance } from 'fastify';
import { councilConfig } from '#modules/councils';
import { inCouncil } from '#platform/db';
import type { Deps } from '#platform/deps';
import { FORMATS, sendOpen311 } from './reply-open311.ts';

/** When the shape of this endpoint last changed. */
const CHANGESET = '2026-11-21T00:00:00Z';

/** `GET discovery`: which version of the standard stands where. */
export function discovery(door: FastifyInstance, { db, publicUrl }: Deps): void {
  for (const format of FORMATS) {
    door.get(`/discovery.${format}`, async (request, reply) => {
      const { id, revision } = request.council;
      const { profile } = await inCouncil(db, id, (tx) => councilConfig(tx, id, revision));
      const endpoint = {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${publicUrl}/open311/v2`,
        changeset: CHANGESET,
        type: profile.fictional ? 'test' : 'production',
        formats: 'text/xml, application/json',
      };
      const value = {
        changeset: CHANGESET,
        contact: `${profile.name}: ${profile.email}, ${profile.phone}`,
        key_service: `Write to ${profile.email} for a key. Reading needs none.`,
        endpoints: [endpoint],
      };
      return sendOpen311(request, reply, { root: 'discovery', value });
    });
  }
}
