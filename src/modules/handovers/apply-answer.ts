import { closeByAnswer, lockCase, recordHandOver } from '#modules/cases';
import type { Destination } from '#modules/councils';
import { decisionsOf } from '#modules/decisions';
import { askForBackOffice } from '#modules/evidence';
import { type DecisionDefinition, isApplication, serviceVersion } from '#modules/services';
import type { SystemActor } from '#modules/staff';
import { systemActor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { answerInWords } from './answer-in-words.ts';
import type { HandOverAnswer } from './answer-schema.ts';
import type { HandOverRow } from './claim-hand-overs.ts';
import { decideByAnswer } from './decide-by-answer.ts';
import { othersOf } from './others-of.ts';
import { setAttention } from './set-attention.ts';
import { passOn } from './tell-given.ts';
import type { Result } from './words.ts';

interface Apply {
  row: HandOverRow;
  destination: Destination;
  answer: HandOverAnswer & { result: Result };
}

/**
 * Let an answer move its case. What was granted is decided under the rules of the service, and what was done is told to
 * the customer and ends the case, where its service closes by itself and nobody else has still to answer. A refusal, or a
 * part of what was asked for, is never decided by a machine alone: an officer reads it before the customer does.
 */
export async function applyAnswer(tx: Tx, clock: Clock, { row, destination, answer }: Apply): Promise<void> {
  const actor = { ...systemActor(row.council_id), name: destination.name.en };
  const sourceId = `hand-over:${row.id}:${answer.id}`;
  const data = { handOverId: row.id, destination: row.destination, answer };
  const rules = await rulesOf(tx, row);
  // A decision is told in its own words, once it is one.
  const audience = isGood(answer) && !rules.definition ? 'customer' : 'staff';
  const news = { caseId: row.case_id, text: answerInWords(answer), data, sourceId, audience } as const;
  await recordHandOver(tx, clock, actor, news);
  const left =
    answer.result === 'needs-evidence'
      ? await askForMore(tx, clock, actor, { row, answer })
      : await carryOut(tx, clock, actor, { row, answer, ...rules });
  await setAttention(tx, clock, row, left);
}

const isGood = ({ result }: { result: Result }): boolean => result === 'done' || result === 'granted';

/** @returns what a person must still do; null where nobody must */
async function carryOut(
  tx: Tx,
  clock: Clock,
  actor: SystemActor,
  { row, answer, closes, definition }: Answered & Rules,
): Promise<string | null> {
  const others = await othersOf(tx, row);
  if (!isGood(answer) || others === 'against') return READ_FIRST;
  if (others === 'open') return null;
  if (!definition) return close(tx, clock, actor, { row, answer });
  if (closes !== 'by-itself') return BY_OFFICER;
  const left = await decideByAnswer(tx, clock, actor, { row, answer, definition });
  return left ?? close(tx, clock, actor, { row, answer });
}

const READ_FIRST = 'Read this before the customer is told, and decide';
const BY_OFFICER = 'It says yes: read it, and decide';

interface Answered {
  row: HandOverRow;
  answer: HandOverAnswer & { result: Result };
}

/**
 * The customer is asked for each piece as an officer asks. What is here already is for an officer to pass on.
 *
 * @returns what a person must still do; null where nobody must
 */
async function askForMore(tx: Tx, clock: Clock, actor: SystemActor, { row, answer }: Answered): Promise<string | null> {
  if (await isDecided(tx, row)) return `${NOT_ASKED}: it has been decided`;
  const { id: handOverId, case_id: caseId, destination } = row;
  const { evidence: pieces, words } = answer;
  const asked = await askForBackOffice(tx, clock, actor, { caseId, handOverId, destination, pieces, words });
  if (!asked.ok) return `${NOT_ASKED}: ${asked.refusal === 'ended' ? 'the case has ended' : 'the case is not here'}`;
  return asked.here.length > 0 ? passOn(asked.here) : null;
}

const NOT_ASKED = 'It asks for evidence, and the customer was not asked';

async function isDecided(tx: Tx, { council_id, case_id }: HandOverRow): Promise<boolean> {
  const itsCase = await lockCase(tx, council_id, case_id);
  if (!itsCase) return false;
  const { decisions } = await decisionsOf(tx, itsCase);
  return decisions.some(({ stands }) => stands);
}

interface Rules {
  closes: 'by-itself' | 'by-officer';
  /** How its cases are decided; null where they are not. */
  definition: DecisionDefinition | null;
}

async function rulesOf(tx: Tx, { council_id, service_slug, service_version }: HandOverRow): Promise<Rules> {
  const service = await serviceVersion(tx, council_id, service_slug, service_version);
  if (!service || service.kind === 'information') return { closes: 'by-officer', definition: null };
  return { closes: service.closes, definition: isApplication(service) ? service.decision : null };
}

/** Job sheets that ask for a note are done by it, and the case ends where nothing else is left. */
async function close(tx: Tx, clock: Clock, actor: SystemActor, { row, answer }: Answered): Promise<string | null> {
  const closed = await closeByAnswer(tx, clock, actor, { caseId: row.case_id, reason: answerInWords(answer) });
  return closed.ok || closed.refusal === 'already-ended' ? null : closed.message;
}
