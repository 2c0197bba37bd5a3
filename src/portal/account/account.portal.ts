import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps';
import { begunFormsPortal } from './begun-forms.portal.ts';
import { choicesPortal } from './choices.portal.ts';
import { claimsPortal } from './claims.portal.ts';
import { closingPortal } from './closing.portal.ts';
import { codePortal } from './code.portal.ts';
import { detailsPortal } from './details.portal.ts';
import { documentsPortal } from './documents.portal.ts';
import { goOnPortal } from './go-on.portal.ts';
import { helpedPortal } from './helped.portal.ts';
import { homePortal } from './home.portal.ts';
import { newAddressPortal } from './new-address.portal.ts';
import { oneLoginPortal } from './one-login.portal.ts';
import { organisationsPortal } from './organisations.portal.ts';
import { paymentsPortal } from './payments.portal.ts';
import { peoplePortal } from './people.portal.ts';
import { securityPortal } from './security.portal.ts';
import { signInPortal } from './sign-in.portal.ts';
import { signOutPortal } from './sign-out.portal.ts';

/** My Account: ways in, the home, and everything that a resident looks after there. */
export function accountPortal(door: FastifyInstance, deps: Deps): void {
  signInPortal(door, deps);
  codePortal(door, deps);
  goOnPortal(door, deps);
  oneLoginPortal(door, deps);
  signOutPortal(door, deps);
  homePortal(door, deps);
  begunFormsPortal(door, deps);
  paymentsPortal(door, deps);
  documentsPortal(door, deps);
  detailsPortal(door, deps);
  newAddressPortal(door, deps);
  choicesPortal(door, deps);
  claimsPortal(door, deps);
  peoplePortal(door, deps);
  organisationsPortal(door, deps);
  helpedPortal(door, deps);
  securityPortal(door, deps);
  closingPortal(door, deps);
}
