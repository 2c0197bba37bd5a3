import { findCase, messageCase } from '#modules/cases';
import { councilConfig } from '#modules/councils';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { amountInWords, challengeInWords, decisionInWords, reasonInWords } from './decision-in-words.ts';
import { definitionOf } from './definition-of.ts';
import { RESULT_WORDS } from './words.ts';
import './tables.ts';

interface Told {
  councilId: string;
  decisionId: string;
}

/**
 * The letter of a decision: what was decided, why and on what it rests, and how it can be challenged, signed by whoever
 * decided. In the service's own template for this result, the council's letter for decisions, or its closing message.
 */
export async function tellDecision(tx: Tx, clock: Clock, { councilId, decisionId }: Told): Promise<void> {
  const row = await tx
    .selectFrom('decisions')
    .selectAll()
    .where('council_id', '=', councilId)
    .where('id', '=', decisionId)
    .where('state', '=', 'made')
    .executeTakeFirst();
  const itsCase = row && (await findCase(tx, councilId, row.case_id));
  if (!itsCase || row.result === 'more-needed') return;
  const definition = await definitionOf(tx, itsCase);
  const challenge = challengeInWords(row);
  const letter =
    definition?.letters[row.result] ?? (await councilConfig(tx, councilId)).profile.settings.decisionLetter;
  await messageCase(tx, clock, {
    itsCase,
    moment: row.result === 'refused' ? 'refused' : 'done',
    template: letter,
    key: `decision:${row.id}`,
    variables: {
      decision: RESULT_WORDS[row.result],
      reason: letter ? reasonInWords(row) : `${decisionInWords(row)} ${challenge}`,
      done: `${decisionInWords(row)} ${challenge}`,
      amount: amountInWords(row),
      challenge,
    },
    signedBy: row.proposed_by_type === 'staff' ? row.proposed_by : null,
  });
}
