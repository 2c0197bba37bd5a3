import type { Answers } from '#modules/questions';
import type { Tx } from '#platform/db';
import type { AnswerView } from './answer-views.ts';
import { answersInWords } from './answers-in-words.ts';
import { answersOf } from './answers-of.ts';
import { type CaseRow, findCase } from './find-case.ts';
import './tables.ts';

/** Somebody of the case, as they were written down; a customer's own record may know more. */
export interface CaseParty {
  role: string;
  customerId: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
}

/** A case as another system needs it: what was asked for, by whom, where, and in which words. */
export interface CaseFacts {
  row: CaseRow;
  answers: Answers;
  inWords: AnswerView[];
  /** Followers are not among them: they only read. */
  parties: CaseParty[];
}

/** The facts of a case for handing it over. Undefined where a rule has disposed of it since. */
export async function caseFacts(tx: Tx, councilId: string, caseId: string): Promise<CaseFacts | undefined> {
  const row = await findCase(tx, councilId, caseId);
  if (!row) return undefined;
  const [answers, inWords, parties] = await Promise.all([
    answersOf(tx, row),
    answersInWords(tx, row),
    partiesOf(tx, row),
  ]);
  return { row, answers, inWords, parties };
}

function partiesOf(tx: Tx, { council_id, id }: CaseRow): Promise<CaseParty[]> {
  return tx
    .selectFrom('case_parties')
    .select(['role', 'customer_id as customerId', 'name', 'email', 'phone'])
    .where('council_id', '=', council_id)
    .where('case_id', '=', id)
    .where('role', '<>', 'follower')
    .where('ended_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
}
