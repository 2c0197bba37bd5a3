import { type CaseRow, lockCase, mayDecide } from '#modules/cases';
import { askForEvidence, dayToAsk } from '#modules/evidence';
import type { DecisionDefinition } from '#modules/services';
import { type Actor, isStaff } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { Decide, DecideRefusal, DecideResult } from './decide-command.ts';
import { reasonInWords } from './decision-in-words.ts';
import { definitionOf } from './definition-of.ts';
import { type DecisionRow, decisionRows, readReasons, standing } from './find-decision.ts';
import { makeDecision } from './make-decision.ts';
import { publishDecision } from './publish-decision.ts';
import { readDecision } from './read-decision.ts';
import './tables.ts';
import { RESULT_WORDS } from './words.ts';

/**
 * Decide about an application, with reasons from the service's own list. Where the service asks for two officers it is
 * a proposal until another person agrees, and nothing is sent. Of two officers at once one decides and the other is told
 * so. What is needed besides is asked for at once and decides nothing. A decision that was made is corrected only by a
 * new one that names it.
 *
 * @see docs/domain/decisions.md (source: C-42)
 */
export async function decide(tx: Tx, clock: Clock, actor: Actor, command: Decide): Promise<DecideResult> {
  const itsCase = await lockCase(tx, actor.councilId, command.case);
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  if (!mayDecide(actor, itsCase)) return { ok: false, refusal: 'not-allowed' };
  const rows = await decisionRows(tx, itsCase);
  const same = command.key ? rows.find(({ key }) => key === command.key) : undefined;
  if (same) return { ok: true, decisionId: same.id, state: same.state === 'made' ? 'made' : 'proposed', isNew: false };
  const definition = await definitionOf(tx, itsCase);
  if (!definition) return { ok: false, refusal: 'nothing-to-decide' };
  const refusal = orderRefusal(itsCase, rows, command);
  if (refusal) return { ok: false, refusal };
  const read = readDecision(definition, command, !isStaff(actor));
  if (!read.ok) return read;
  const due = await dayToAsk(tx, clock, itsCase.council_id, { chosen: command.due ?? '' });
  if (command.result === 'more-needed' && due === null) return { ok: false, refusal: 'bad-day' };
  const row = await insert(tx, clock, actor, { itsCase, command, reasons: read.reasons, number: rows.length + 1 });
  return finish(tx, clock, actor, { itsCase, definition, row, due });
}

/** What stands in the way: another decision, or none where one is to be corrected. */
function orderRefusal(
  itsCase: CaseRow,
  rows: readonly DecisionRow[],
  { corrects, result }: Decide,
): DecideRefusal | null {
  if (rows.some(({ state }) => state === 'proposed')) return 'waits-for-second';
  const stands = standing(rows);
  if (!corrects) {
    if (stands) return 'already-decided';
    return itsCase.ended_at ? 'ended' : null;
  }
  const named = rows.find(({ id, state }) => id === corrects && state === 'made');
  if (!named || named.result === 'more-needed' || result === 'more-needed') return 'no-such-decision';
  return named.id === stands?.id ? null : 'corrected-already';
}

interface Insert {
  itsCase: CaseRow;
  command: Decide;
  reasons: readonly object[];
  number: number;
}

function insert(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { itsCase, command, reasons, number }: Insert,
): Promise<DecisionRow> {
  const words = command.words?.trim() ?? '';
  return tx
    .insertInto('decisions')
    .values({
      council_id: itsCase.council_id,
      id: newId(clock),
      case_id: itsCase.id,
      number,
      result: command.result,
      state: 'proposed',
      reasons: JSON.stringify(reasons),
      words: words === '' ? null : words,
      amount_pence: command.amount?.pence ?? null,
      amount_per: command.amount?.per ?? null,
      from_on: command.from ?? null,
      until_on: command.until ?? null,
      corrects: command.corrects ?? null,
      key: command.key ?? null,
      proposed_at: clock.now(),
      proposed_by_type: actor.type,
      proposed_by: actor.id,
      proposed_by_name: actor.name,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

interface Finish {
  itsCase: CaseRow;
  definition: DecisionDefinition;
  row: DecisionRow;
  /** By which day what is needed is to be here; null for the council's own. */
  due: string | null;
}

async function finish(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { itsCase, definition, row, due }: Finish,
): Promise<DecideResult> {
  if (row.result === 'more-needed') {
    await markMade(tx, clock, row);
    await askForMore(tx, clock, actor, { itsCase, row, due });
    return { ok: true, decisionId: row.id, state: 'made', isNew: true };
  }
  if (definition.officers === 2) {
    await publishDecision(tx, clock, actor, { type: 'decision.proposed', row });
    return { ok: true, decisionId: row.id, state: 'proposed', isNew: true };
  }
  await makeDecision(tx, clock, actor, { itsCase, definition, row });
  return { ok: true, decisionId: row.id, state: 'made', isNew: true };
}

/** What is needed is a piece of evidence like any other: with its day, its reminder and its way to be sent. */
async function askForMore(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { itsCase, row, due }: Omit<Finish, 'definition'>,
): Promise<void> {
  const [first] = readReasons(row.reasons);
  const name = cut(row.words ?? first?.words ?? RESULT_WORDS['more-needed']);
  const question = reasonInWords(row);
  const asking = { case: itsCase.id, name, why: question, question, dueOn: due ?? undefined };
  const asked = await askForEvidence(tx, clock, actor, asking);
  if (!asked.ok) throw new Error(`what a decision needs is refused: ${asked.refusal}`);
}

const LONGEST_NAME = 200;
const cut = (words: string): string =>
  words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME - 1).trimEnd()}…` : words;

async function markMade(tx: Tx, clock: Clock, { council_id, id }: DecisionRow): Promise<void> {
  await tx
    .updateTable('decisions')
    .set({ state: 'made', made_at: clock.now() })
    .where('council_id', '=', council_id)
    .where('id', '=', id)
    .execute();
}
