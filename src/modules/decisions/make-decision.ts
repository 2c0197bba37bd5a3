import { type CaseRow, endCase, recordDecision, todayOf, undoEnding } from '#modules/cases';
import { english } from '#modules/councils';
import type { Challenge, DecisionDefinition } from '#modules/services';
import type { Actor } from '#modules/staff';
import { plusDays } from '#platform/calendar';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { challengeInWords, decisionInWords } from './decision-in-words.ts';
import { endReview } from './end-review.ts';
import type { DecisionRow } from './find-decision.ts';
import { publishDecision } from './publish-decision.ts';
import './tables.ts';

interface Make {
  itsCase: CaseRow;
  definition: DecisionDefinition;
  row: DecisionRow;
}

/**
 * A decision becomes one: its way to be challenged is written down with the last day for it, the story says it, and the
 * case ends by it. One that corrects another first takes back the ending that the other made. A case with work still to
 * do stays open until that is done.
 */
export async function makeDecision(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { itsCase, definition, row }: Make,
): Promise<void> {
  const today = await todayOf(tx, clock, itsCase.council_id);
  const { days } = definition.challenge;
  const made = await tx
    .updateTable('decisions')
    .set({
      state: 'made',
      made_at: clock.now(),
      challenge: JSON.stringify(givenChallenge(definition.challenge)),
      challenge_until: days === undefined ? null : plusDays(today, days),
    })
    .where('council_id', '=', row.council_id)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const text = decisionInWords(made);
  const data = { decisionId: made.id, result: made.result };
  await recordDecision(tx, clock, actor, { caseId: itsCase.id, text, data, sourceId: `decision:${made.id}` });
  if (made.corrects !== null) {
    await undoEnding(tx, clock, actor, { caseId: itsCase.id, because: `Corrected by decision ${made.number}` });
    await endReview(tx, clock, actor, {
      councilId: made.council_id,
      decisionId: made.corrects,
      state: 'changed',
      words: null,
    });
  }
  await endCase(tx, clock, actor, {
    case: itsCase.id,
    ending: made.result === 'refused' ? 'refused' : 'done',
    reason: text,
    challenge: challengeInWords(made),
    isByDecision: true,
  });
  await publishDecision(tx, clock, actor, { type: 'decision.made', row: made });
}

function givenChallenge({ words, ...challenge }: Challenge) {
  return { ...challenge, words: english(words) };
}
