import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { nearbyPublicCases } from '#modules/cases';
import { findAddresses, nextCollections, normalisePostcode, searchPlaces, whoServes } from '#modules/places';
import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import { limitRate } from '#platform/http/limit-rate';
import { fieldOf, readForm } from '#platform/http/read-form';
import { seeOther } from '#platform/http/request';
import { formToken } from '#platform/http/shell';
import { type Directory, directoryOf } from '../directory.ts';
import { type NearYou, NearYouPage } from './near-you.page.tsx';

const AROUND_METRES = 500;

/** Bin days of an address and open reports around a postcode. Asked by POST, so that no address stands in an address. */
export function nearYouPortal(door: FastifyInstance, deps: Deps): void {
  const limit = limitRate(deps, { name: 'near-you', limit: 120, windowSeconds: 600 });

  door.get('/near-you', (_request, reply) => seeOther(reply, '/'));

  door.post('/near-you', { preHandler: limit }, async (request, reply) => {
    const found = await inCouncil(deps.db, request.councilId, (tx) => look(tx, deps, request));
    return answer(request, reply, found);
  });
}

function answer(request: FastifyRequest, reply: FastifyReply, near: NearYou): FastifyReply {
  const page = NearYouPage({ ...request.publicShell, near, token: formToken(reply) });
  return reply.code(near.error === undefined ? 200 : 422).html(page);
}

async function look(tx: Tx, deps: Deps, request: FastifyRequest): Promise<NearYou> {
  const form = readForm(request);
  const typed = fieldOf(form, 'postcode');
  const directory = await directoryOf(tx, request.council);
  const nothing: NearYou = {
    typed,
    directory,
    addresses: [],
    home: undefined,
    collections: [],
    cases: [],
    elsewhere: undefined,
  };
  const read = normalisePostcode(typed);
  if (!read.ok) return { ...nothing, error: read.message };
  const serves = await whoServes(tx, directory.config.profile.districts, { postcode: read.postcode });
  if (serves.inside === 'unknown') return { ...nothing, error: 'We do not know that postcode. Check it and try again' };
  if (!serves.inside) return { ...nothing, typed: read.postcode, elsewhere: neighbour(directory, serves.district) };
  const addresses = await findAddresses(tx, request.councilId, read.postcode);
  const home = addresses.find(({ uprn }) => String(uprn) === fieldOf(form, 'uprn'));
  const of = { councilId: request.councilId, uprn: home?.uprn ?? 0, zone: directory.config.profile.zone };
  const collections = home ? await nextCollections(tx, deps.clock, of) : [];
  return {
    ...nothing,
    typed: read.postcode,
    addresses,
    home,
    collections,
    cases: await around(tx, request.councilId, read.postcode),
  };
}

function neighbour({ config }: Directory, district: { code: string; name: string }) {
  const known = config.profile.neighbours.find((one) => one.district === district.code);
  return { name: known?.name ?? district.name, site: known?.site };
}

async function around(tx: Tx, councilId: string, postcode: string) {
  const [first] = await searchPlaces(tx, councilId, postcode);
  if (!first) return [];
  const point = first.kind === 'address' ? first.address.point : first.point;
  return await nearbyPublicCases(tx, councilId, { ...point, metres: AROUND_METRES });
}
