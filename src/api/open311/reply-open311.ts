import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Open311Value, toXml } from './xml.ts';

export type Format = 'json' | 'xml';
export const FORMATS: readonly Format[] = ['json', 'xml'];

/** The form that was asked for by the end of the address; XML, which every client of the standard reads, where none was. */
function formatOf(request: FastifyRequest): Format {
  return /\.json(\?|$)/.test(request.url) ? 'json' : 'xml';
}

/** Answer in the form that was asked for. `root` names the XML element; JSON has none. */
export function sendOpen311(
  request: FastifyRequest,
  reply: FastifyReply,
  { root, value }: { root: string; value: Open311Value },
): FastifyReply {
  // Read by pages of other sites: what stands here is public.
  reply.header('access-control-allow-origin', '*').header('cache-control', 'no-store');
  if (formatOf(request) === 'json') return reply.type('application/json; charset=utf-8').send(JSON.stringify(value));
  return reply.type('application/xml; charset=utf-8').send(toXml(root, value));
}
