import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps';
import { codePortal } from './code.portal.ts';
import { homePortal } from './home.portal.ts';
import { signInPortal } from './sign-in.portal.ts';
import { signOutPortal } from './sign-out.portal.ts';

/** My Account: ways in, the home, and everything that a resident looks after there. */
export function accountPortal(door: FastifyInstance, deps: Deps): void {
  signInPortal(door, deps);
  codePortal(door, deps);
  signOutPortal(door, deps);
  homePortal(door, deps);
}
