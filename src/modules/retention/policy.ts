import { may } from '#modules/staff';
import type { ActorRef } from '#platform/actor';

export const mayDispose = (actor: ActorRef): boolean => may(actor, 'dispose-records');

/** Managers too: whoever hears of a claim first can stop the clock. */
export const mayHold = (actor: ActorRef): boolean => may(actor, 'hold-records');
