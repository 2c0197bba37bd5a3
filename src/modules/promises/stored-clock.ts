import { z } from 'zod';
import { clockSpec } from './clock/clock-spec.ts';

const instant = z.coerce.date();
const schema = z.object({
  spec: clockSpec,
  facts: z
    .object({
      event: instant.exactOptional(),
      cutOffs: z.partialRecord(z.enum(['round', 'instalment', 'committee']), z.array(instant)).exactOptional(),
    })
    .default({}),
  /** The due instant was set by a person or another system: it is moved by a pause, never computed anew. */
  isFixed: z.boolean().default(false),
  /** Share of the time after which the owner is warned, as the standard's version says. */
  warnShare: z.number().nullable().default(null),
});
export type StoredClock = z.output<typeof schema>;

/** The clock that a promise was made with; it outlives the version of the standard it came from. */
export function readClock(stored: unknown): StoredClock {
  return schema.parse(stored);
}

/** The rule of warning, as the clock engine takes it. */
export function riskRule({ warnShare }: { warnShare: number | null }): { share?: number } {
  return warnShare === null ? {} : { share: warnShare };
}
