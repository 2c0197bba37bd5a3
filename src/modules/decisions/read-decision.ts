import { english } from '#modules/councils';
import type { DecisionDefinition } from '#modules/services';
import type { Decide, DecideRefusal, SaidReason } from './decide-command.ts';

const MOST_PENCE = 100_000_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

type Read = { ok: true; reasons: (SaidReason & { id: string | null })[] } | { ok: false; refusal: DecideRefusal };

/** What was decided, held against the list of the service: a reason is given from it, for this result, or not at all. */
export function readDecision(definition: DecisionDefinition, command: Decide, isMachine: boolean): Read {
  const listed = command.reasons.map((id) => definition.reasons.find((one) => one.id === id));
  if (listed.some((reason) => !reason?.for.includes(command.result))) return { ok: false, refusal: 'unknown-reason' };
  const said = isMachine ? (command.said ?? []) : [];
  const reasons = [
    ...listed.flatMap((reason) =>
      reason ? [{ id: reason.id, words: english(reason.words), basis: reason.basis }] : [],
    ),
    ...said.map(({ words, basis }) => ({ id: null, words, basis })),
  ];
  if (reasons.length === 0) return { ok: false, refusal: 'no-reason' };
  if (!datesFit(command)) return { ok: false, refusal: 'bad-dates' };
  if (!amountFits(command)) return { ok: false, refusal: 'bad-amount' };
  return { ok: true, reasons };
}

function datesFit({ from, until }: Decide): boolean {
  const given = [from, until].filter((date) => typeof date === 'string');
  if (!given.every((date) => DATE.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`)))) return false;
  return !from || !until || from <= until;
}

function amountFits({ amount }: Decide): boolean {
  if (!amount) return true;
  return Number.isInteger(amount.pence) && amount.pence >= 0 && amount.pence <= MOST_PENCE;
}
