import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { deliverHandOvers, disposeHandOvers, handOverCase } from '#modules/handovers';
import { systemActor } from '#platform/actor';
import { MovableClock, systemClock } from '#platform/clock';
import { asOwner, closeDb, type Db, inCouncil, openDb } from '#platform/db';
import { forgetTraces } from '#platform/forget-traces';
import { secureWebAnd } from '#platform/guarded-target';
import { noTransports } from '#platform/transports';
import { mixed } from './made-up.ts';
import type { Measured } from './measure.ts';

const MOST = 10_000;
const AT_A_TIME = 250;
const DESTINATION = 'revenues-system';
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
/** Longer than most waits between two tries, so that each round finds something due. */
const MINUTES_BETWEEN_ROUNDS = 15;
const MOST_ROUNDS = 400;

/**
 * Hand 10,000 cases over to a destination that fails half the time, by lot, until all have arrived. The waits between
 * tries are played on a clock that moves; the rate is of real time, with receiver and database on this machine.
 *
 * @throws where one did not arrive, or arrived twice: a fast loss is no result
 */
export async function measureHandOver(url: string): Promise<Measured> {
  const db = openDb({ url, max: 8 });
  const receiver = await startReceiver();
  try {
    const begun = await beginAll(db);
    const began = performance.now();
    await deliverAll(db, receiver.url, begun);
    const seconds = (performance.now() - began) / 1_000;
    receiver.mustHaveAll(begun.count);
    await forgetAll(db, begun);
    return {
      ...receiver.gaps(),
      operation: 'hand-over',
      rows: begun.count,
      concurrency: 8,
      perSecond: rounded(begun.count / seconds),
      serverRssMb: 0,
    };
  } finally {
    receiver.close();
    await closeDb(db);
  }
}

interface Begun {
  councilId: string;
  caseIds: string[];
  clock: MovableClock;
  count: number;
}

async function beginAll(db: Db): Promise<Begun> {
  const clock = new MovableClock(systemClock.now());
  const cases = await asOwner(db, (tx) =>
    tx
      .selectFrom('cases as c')
      .innerJoin('councils as k', 'k.id', 'c.council_id')
      .select(['c.council_id as councilId', 'c.id'])
      .where('k.slug', '=', 'estuary')
      .where((eb) =>
        eb.not(eb.exists(eb.selectFrom('hand_overs as h').select('h.id').whereRef('h.case_id', '=', 'c.id'))),
      )
      .limit(MOST)
      .execute(),
  );
  const councilId = cases[0]?.councilId ?? '';
  for (let from = 0; from < cases.length; from += AT_A_TIME) {
    await inCouncil(db, councilId, async (tx) => {
      for (const { id: caseId } of cases.slice(from, from + AT_A_TIME)) {
        await handOverCase(tx, clock, systemActor(councilId), { case: caseId, destination: DESTINATION });
      }
    });
  }
  return { councilId, caseIds: cases.map(({ id }) => id), clock, count: cases.length };
}

async function deliverAll(db: Db, address: string, { councilId, clock }: Begun): Promise<void> {
  const values = { HANDOVER_BACK_OFFICE_URL: address, HANDOVER_BACK_OFFICE_SECRET: SECRET };
  const world = secureWebAnd({ check: (one) => one === '127.0.0.1' });
  const deps = {
    db,
    clock,
    transports: noTransports,
    publicUrl: 'http://127.0.0.1',
    handOver: { values, world, folder: '' },
  };
  for (let round = 0; round < MOST_ROUNDS && (await waiting(db, councilId)) > 0; round += 1) {
    await deliverHandOvers(deps, { councilId, destination: DESTINATION });
    clock.advance(MINUTES_BETWEEN_ROUNDS);
  }
}

async function waiting(db: Db, councilId: string): Promise<number> {
  const { count } = await inCouncil(db, councilId, (tx) =>
    tx
      .selectFrom('hand_overs')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('council_id', '=', councilId)
      .where('destination', '=', DESTINATION)
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow(),
  );
  return count;
}

/** The data of the bench stays as it was, for the next run. */
async function forgetAll(db: Db, { councilId, caseIds }: Begun): Promise<void> {
  await asOwner(db, async (tx) => {
    const { handOverIds } = await disposeHandOvers(tx, councilId, caseIds);
    await forgetTraces(tx, councilId, handOverIds);
  });
}

async function startReceiver() {
  const taken = new Map<string, number>();
  const arrivals: number[] = [];
  let calls = 0;
  let bytes = 0;
  const server = createServer((request, reply) => {
    void text(request).then((body) => {
      calls += 1;
      if (mixed(calls, 11) % 2 === 0) return reply.writeHead(503).end();
      const id = String(request.headers['webhook-id']);
      taken.set(id, (taken.get(id) ?? 0) + 1);
      arrivals.push(performance.now());
      bytes = body.length;
      return reply.writeHead(204).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
    mustHaveAll(count: number): void {
      const twice = [...taken.values()].filter((times) => times > 1).length;
      if (taken.size !== count || twice > 0)
        throw new Error(`hand-over: of ${count} arrived ${taken.size}, ${twice} of them more than once`);
    },
    /** Time between two arrivals. */
    gaps() {
      const gaps = arrivals.slice(1).map((at, index) => at - (arrivals[index] ?? at));
      gaps.sort((a, b) => a - b);
      const share = (part: number): number => rounded(gaps[Math.floor(gaps.length * part)] ?? 0);
      return { medianMs: share(0.5), p95Ms: share(0.95), kb: rounded(bytes / 1_024) };
    },
  };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
