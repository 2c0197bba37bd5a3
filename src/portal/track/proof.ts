import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps';

const NAME = 'proof';
const LIFE_MINUTES = 30;

/** Whether this browser gave a second fact for this case a short while ago. */
export function isProven(request: FastifyRequest, { clock, secret }: Deps, caseId: string): boolean {
  const [until = '', given = ''] = (request.cookies[NAME] ?? '').split('.');
  const right = Buffer.from(signature(secret, caseId, until));
  const typed = Buffer.from(given);
  return right.length === typed.length && timingSafeEqual(right, typed) && Number(until) > clock.now().getTime();
}

/** Remember for half an hour that a second fact was right: for this case's pages alone, signed, and saying nothing of anybody. */
export function keepProof(
  reply: FastifyReply,
  { clock, secret, publicUrl }: Deps,
  found: { id: string; path: string },
): void {
  const until = String(clock.now().getTime() + LIFE_MINUTES * 60_000);
  reply.setCookie(NAME, `${until}.${signature(secret, found.id, until)}`, {
    path: found.path,
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
  });
}

function signature(secret: Buffer, caseId: string, until: string): string {
  return createHmac('sha256', secret).update(`track:${caseId}:${until}`).digest('base64url');
}
