import type { CostSet } from '#modules/councils';
import { localDate } from '#modules/places';
import type { Clock } from '#platform/clock';
import { Client } from '../http-client.ts';
import { signedIn } from '../signed-in.ts';
import { AtTheDesk } from './at-the-desk.ts';
import { ByMachine } from './by-machine.ts';
import { playKayNew } from './kay-new.ts';
import { playKayOld } from './kay-old.ts';
import type { PlayedJourney } from './played.ts';

interface Setting {
  /** Where Frontdoor listens, with its demonstration council and a worker. */
  port: number;
  /** Of a program that may write. */
  token: string;
  costSet: Pick<CostSet, 'prices'>;
  /** The same time as Frontdoor's own. */
  clock: Clock;
}

/** Play all journeys through the public doors, one after the other. Throws where a door refuses what the story needs. */
export async function playJourneys({ port, token, costSet, clock }: Setting): Promise<PlayedJourney[]> {
  const desk = await signedIn(port, { person: 'ada-mensah', connections: 1 });
  const program = new Client(port, 2);
  try {
    const machine = new ByMachine(program, token);
    const world = { adviser: new AtTheDesk(desk), machine, costSet };
    await finishRound(machine, clock);
    return [await playKayNew(world), await playKayOld(world)];
  } finally {
    desk.close();
    program.close();
  }
}

/** The crew has been, whatever day and hour it is: before that, a bin is not missed and nobody can report it. */
async function finishRound(machine: ByMachine, clock: Clock): Promise<void> {
  const now = clock.now();
  const noon = new Date(`${localDate(now, 'Europe/London')}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() - ((noon.getUTCDay() - TUESDAY + 7) % 7));
  const on = noon.toISOString().slice(0, 10);
  const json = { state: 'finished', round: 'rubbish-tuesday', on, at: now.toISOString() };
  await machine.ask({ method: 'POST', path: '/api/v1/round-states', json });
}

const TUESDAY = 2;
