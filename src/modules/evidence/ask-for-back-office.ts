import { createHash } from 'node:crypto';
import { type CaseRow, lockCase } from '#modules/cases';
import type { EvidenceDefinition } from '#modules/services';
import type { SystemActor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { askForPieces, type Wanted } from './ask-for-pieces.ts';
import { byWhen, dayToAsk } from './day-to-ask.ts';
import { findEvidence } from './find-evidence.ts';
import { dayFor, piecesOf } from './pieces-of.ts';

interface AskForBackOffice {
  caseId: string;
  handOverId: string;
  /** Slug of the destination that asks. */
  destination: string;
  /** Its own code for each piece, and what it means in plain words: up to 1,000 characters. */
  pieces: readonly { code: string; words: string }[];
  /** What the customer reads before the list; left out for Frontdoor's own words. */
  words?: string | undefined;
}

type AskedByOffice =
  | {
      ok: true;
      /** Names of the pieces that are here already: the customer is not asked for them. */
      here: string[];
    }
  | { ok: false; refusal: 'not-found' | 'ended' };

/**
 * A back office needs more before it decides: each piece is asked for as an officer asks, with a day and a reminder, in
 * one message, and the promises wait. A code that the service lists as a piece of its own is that piece. Asked twice,
 * under whatever id, it is the same piece, and the customer hears of it once.
 */
export async function askForBackOffice(
  tx: Tx,
  clock: Clock,
  actor: SystemActor,
  command: AskForBackOffice,
): Promise<AskedByOffice> {
  const itsCase = await lockCase(tx, actor.councilId, command.caseId);
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  if (itsCase.ended_at) return { ok: false, refusal: 'ended' };
  const wanted = await wantedBy(tx, clock, itsCase, command);
  const here: string[] = [];
  const missing: Wanted[] = [];
  for (const one of wanted) {
    const there = await findEvidence(tx, itsCase, one.piece);
    if (there && IS_HERE.includes(there.state)) here.push(there.name);
    else missing.push(one);
  }
  const { words = 'To decide, we need:' } = command;
  const question = (asked: readonly Wanted[]) =>
    [words, ...asked.map(({ why }) => why), byWhen(earliest(asked))].filter((line) => line !== '').join('\n');
  await askForPieces(tx, clock, actor, { itsCase, wanted: missing, question });
  return { ok: true, here };
}

const IS_HERE: readonly string[] = ['given', 'checked'];

async function wantedBy(
  tx: Tx,
  clock: Clock,
  itsCase: CaseRow,
  { pieces, handOverId, destination }: AskForBackOffice,
): Promise<Wanted[]> {
  const known = await piecesOf(tx, clock, { councilId: itsCase.council_id, caseId: itsCase.id });
  const wanted: Wanted[] = [];
  for (const { code, words } of pieces) {
    const listed = known?.all.find(({ id }) => id === code);
    const onList = known && listed ? dayFor(listed, known.today) : null;
    const due_on = await dayToAsk(tx, clock, itsCase.council_id, { listed: onList });
    wanted.push({ ...pieceFor({ code, words, destination }, listed), due_on, hand_over_id: handOverId });
  }
  return wanted;
}

interface Coded {
  code: string;
  words: string;
  destination: string;
}

function pieceFor({ code, words, destination }: Coded, listed: EvidenceDefinition | undefined) {
  if (listed) return { piece: listed.id, name: listed.name.en, why: words };
  return { piece: `${destination}-${plainOf(code)}`, name: cut(words), why: words };
}

/** A code as it can stand in an address; one of other letters by what it hashes to. */
function plainOf(code: string): string {
  const plain = code
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain === '' ? createHash('sha256').update(code).digest('hex').slice(0, 8) : plain;
}

const LONGEST_NAME = 200;
const cut = (words: string): string =>
  words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME - 1).trimEnd()}…` : words;

function earliest(asked: readonly Wanted[]): string | null {
  return asked.map(({ due_on }) => due_on).sort()[0] ?? null;
}
