import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import { letGoOfConnections } from './let-go-of-connections.ts';
import './request.ts';
import { collectMultipart, MAX_FILE_BYTES } from './read-form.ts';
import { CSRF_FIELD } from './shell.ts';

/** What a form does not keep is let go as it arrives; more than this nobody sends by mistake. */
const MOST_FILES_READ = 200;

interface ServerOptions {
  trustProxy: boolean;
  /** https outside: cookies are marked secure and browsers are told to stay on https. */
  isSecure: boolean;
}

/**
 * A bare server with everything that every door needs: forms, cookies, a strict content policy, CSRF tokens.
 * It logs nothing by itself: addresses can hold what somebody typed.
 */
export async function createServer({ trustProxy, isSecure }: ServerOptions): Promise<FastifyInstance> {
  const server = Fastify({
    logger: false,
    trustProxy,
    bodyLimit: 8 * 1024 * 1024,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  letGoOfConnections(server);
  await server.register(cookie);
  await server.register(formbody, { bodyLimit: 8 * 1024 * 1024 });
  await server.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: MAX_FILE_BYTES, files: MOST_FILES_READ, fields: 200, fieldSize: 6 * 1024 * 1024 },
  });
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_POLICY },
    hsts: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  await server.register(csrf, {
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure },
    getToken,
  });
  server.addHook('preValidation', collectMultipart);
  return server;
}

const CONTENT_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

function getToken(request: {
  body?: unknown;
  collectedForm?: { fields: Record<string, string[]> };
  headers: Record<string, unknown>;
}): string | undefined {
  const collected = request.collectedForm?.fields[CSRF_FIELD]?.at(-1);
  if (collected !== undefined) return collected;
  const body = request.body as Record<string, unknown> | null | undefined;
  const typed = body?.[CSRF_FIELD];
  return typeof typed === 'string' ? typed : undefined;
}
