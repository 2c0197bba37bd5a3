import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import type { SubmittedForm } from './read-form.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The council whose host this is. Set before any route runs; a request without one has been answered 404. */
    councilId: string;
    collectedForm?: SubmittedForm;
  }
  interface FastifyReply {
    /** Draw a page and send it. Pages of people are never stored by a browser or a proxy unless a route says so. */
    html(page: VNode): FastifyReply;
  }
}

/** Send the browser on after a write, so that reload and back do not repeat it. */
export function seeOther(reply: FastifyReply, path: string): FastifyReply {
  return reply.redirect(path, 303);
}
