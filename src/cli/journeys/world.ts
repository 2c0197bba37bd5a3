import type { CostSet } from '#modules/councils';
import type { AtTheDesk } from './at-the-desk.ts';
import type { ByMachine } from './by-machine.ts';

/** What a journey is played in: a running Frontdoor, an adviser signed in, a program with a token. */
export interface World {
  adviser: AtTheDesk;
  machine: ByMachine;
  costSet: Pick<CostSet, 'prices'>;
}
