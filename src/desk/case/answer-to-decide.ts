import type { CaseDecisions } from '#modules/decisions';
import { answersOfCase, type HandOverLine, reasonsFor } from '#modules/handovers';
import type { Tx } from '#platform/db';
import type { Values } from '#ui';

interface Answered {
  councilId: string;
  caseId: string;
  handOvers: readonly HandOverLine[];
  decisions: CaseDecisions;
}

/**
 * What a back office answered, as the fields of the form in which an officer decides: read, changed where it must be, and
 * sent with one press. Null where nothing was answered, or it has been decided.
 */
export async function answerToDecide(
  tx: Tx,
  { councilId, caseId, handOvers, decisions }: Answered,
): Promise<Values | null> {
  const { offer } = decisions;
  const isOpen = decisions.decisions.every(({ stands, state }) => !stands && state !== 'proposed');
  if (!offer || !isOpen || handOvers.every(({ result }) => result === null)) return null;
  const lines = await answersOfCase(tx, councilId, caseId);
  const answer = lines.findLast(
    ({ standing, answer: { result } }) => standing === 'taken' && isDecided(result),
  )?.answer;
  if (!answer) return null;
  const { reasons, said, words } = reasonsFor(offer, answer);
  return {
    'decision-result': answer.result === 'done' ? 'granted' : answer.result,
    'decision-reasons': [...reasons],
    'decision-words': [...said.map((one) => one.words), words ?? ''].filter((part) => part !== '').join(' '),
    'decision-amount': answer.amount && (answer.amount.pence / 100).toFixed(2),
    'decision-per': answer.amount?.per,
    'decision-from': answer.from,
  };
}

const isDecided = (result: string | undefined): boolean => result !== undefined && result !== 'needs-evidence';
