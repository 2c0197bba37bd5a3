import type { Answer, Client } from '../http-client.ts';

/** One thing that people do all day. `ask` does it once, on data chosen by the number of the try. */
export interface Operation {
  name: string;
  /** Number of tries that are measured; as many again warm up before. */
  tries: number;
  ask(client: Client, attempt: number): Promise<Answer>;
}

export interface Measured {
  operation: string;
  rows: number;
  concurrency: number;
  medianMs: number;
  p95Ms: number;
  perSecond: number;
  serverRssMb: number;
  /** Of one answer, uncompressed. */
  kb: number;
}

/**
 * Do an operation over and over on `concurrency` connections; every answer must be what the operation promises. As many
 * tries come before those that count: a server runs for weeks, and its first few hundred answers of a kind are made by
 * code that is still being compiled.
 */
export async function measure(
  client: Client,
  operation: Operation,
  concurrency: number,
): Promise<Omit<Measured, 'rows' | 'serverRssMb'>> {
  await inLanes(concurrency, operation.tries, async (attempt) => {
    await asked(client, operation, attempt);
  });
  const times: number[] = [];
  let bytes = 0;
  const began = performance.now();
  await inLanes(concurrency, operation.tries, async (attempt) => {
    const from = performance.now();
    const { body } = await asked(client, operation, attempt + operation.tries);
    times.push(performance.now() - from);
    bytes = body.length;
  });
  const seconds = (performance.now() - began) / 1_000;
  times.sort((a, b) => a - b);
  return {
    operation: operation.name,
    concurrency,
    medianMs: rounded(times[Math.floor(times.length / 2)] ?? 0),
    p95Ms: rounded(times[Math.floor(times.length * 0.95)] ?? 0),
    perSecond: rounded(operation.tries / seconds),
    kb: rounded(bytes / 1_024),
  };
}

async function asked(client: Client, operation: Operation, attempt: number): Promise<Answer> {
  const answer = await operation.ask(client, attempt);
  // A fast refusal is no result.
  if (answer.status >= 400)
    throw new Error(`${operation.name}: answered ${answer.status}: ${answer.body.slice(0, 300)}`);
  return answer;
}

async function inLanes(lanes: number, tries: number, work: (attempt: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < tries) {
      const attempt = next;
      next += 1;
      await work(attempt);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
