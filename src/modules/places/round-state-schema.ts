import { z } from 'zod';
import { instantOf, localDate } from './local-date.ts';
import { isRoundReport, type RoundStateCommand } from './record-round-state.ts';
import { LEFT_REASONS, ROUND_REPORTS } from './tables.ts';

const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)$/;

const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use ${most} characters or fewer`)
    .optional()
    .transform((text) => text || undefined);

const uprn = z.union([z.number(), z.string()], 'Give the UPRN as a number').optional().transform(readUprn);

/** A crew's report as its system sends it, by API or file. `at` is ISO 8601; without an offset it is the council's local time. */
const roundStateSchema = z.object({
  state: z.enum(
    [...ROUND_REPORTS, ...LEFT_REASONS],
    `Give one of: ${[...new Set([...ROUND_REPORTS, ...LEFT_REASONS])].join(', ')}`,
  ),
  at: z.string('Give the time of the report'),
  on: z.iso.date('Give the date of the round, such as 2026-11-24').optional(),
  round: optionalText(100),
  uprn,
  street: optionalText(200),
  container: optionalText(100),
  movedTo: z.iso.date('Give the date it moved to, such as 2026-12-29').optional(),
  note: optionalText(1_000),
  sourceId: optionalText(200),
});

type ReadReport = { ok: true; command: RoundStateCommand } | { ok: false; field: string; reason: string };

/** Turn a report into a command, or say which field is wrong. @param zone of the council. */
export function readRoundState(given: unknown, zone: string): ReadReport {
  const parsed = roundStateSchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refused(String(issue?.path[0] ?? 'report'), issue?.message ?? 'The report cannot be read');
  }
  const report = parsed.data;
  const at = readTime(report.at, zone);
  if (!at) return refused('at', 'Give the time as 2026-11-24T07:42:00Z or 2026-11-24 07:42');
  const on = report.on ?? localDate(at, zone);
  const shared = { on, at, note: report.note, sourceId: report.sourceId };
  return subjectOf(report, shared);
}

type Report = z.output<typeof roundStateSchema>;
type Shared = Pick<RoundStateCommand, 'on' | 'at' | 'note' | 'sourceId'>;

function subjectOf({ state, round, uprn, street, container, movedTo }: Report, shared: Shared): ReadReport {
  if (uprn !== undefined && Number.isNaN(uprn)) return refused('uprn', 'Give the UPRN as a number of 1 to 12 digits');
  const left = LEFT_REASONS.find((reason) => reason === state);
  if (uprn !== undefined && left) return { ok: true, command: { ...shared, state: left, uprn, container, round } };
  if (round === undefined)
    return refused('round', left ? 'Give the UPRN, or the round and the street' : 'Give the round');
  if (street !== undefined && left) return { ok: true, command: { ...shared, state: left, round, street, container } };
  if (isRoundReport(state)) return { ok: true, command: { ...shared, state, round, movedTo } };
  return refused('uprn', 'Give the UPRN or the street: this state is about one place');
}

function readUprn(given: number | string | undefined): number | undefined {
  if (given === undefined || given === '') return undefined;
  return /^\d{1,12}$/.test(String(given)) ? Number(given) : Number.NaN;
}

function readTime(text: string, zone: string): Date | undefined {
  if (z.iso.datetime({ offset: true }).safeParse(text).success) return new Date(text);
  const [, on, time] = LOCAL_TIME.exec(text.trim()) ?? [];
  if (!on || !time) return undefined;
  try {
    return instantOf(on, time, zone);
  } catch {
    return undefined; // 31 February, 25:00
  }
}

function refused(field: string, reason: string): ReadReport {
  return { ok: false, field, reason };
}
