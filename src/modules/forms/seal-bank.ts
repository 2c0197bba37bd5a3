import { isDeepStrictEqual } from 'node:util';
import { type Answer, type Answers, hasParts, type Question } from '#modules/questions';
import { seal, unseal } from '#platform/seal';

export interface BankSeal {
  secret: Buffer;
  councilId: string;
}

const placeOf = (councilId: string): string => `bank:${councilId}`;

/**
 * The answers with every bank account sealed: name and last four digits stay readable, the numbers only for whoever has
 * the house's secret (`openBank`). Sealed once, it stays as it is.
 */
export function sealBank({ secret, councilId }: BankSeal, questions: readonly Question[], answers: Answers): Answers {
  const banks = questions.filter(({ kind }) => kind === 'bank').map(({ id }) => id);
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [
      id,
      banks.includes(id) ? sealed(secret, councilId, answer) : answer,
    ]),
  );
}

function sealed(secret: Buffer, councilId: string, answer: Answer): Answer {
  if (!hasParts(answer) || answer.parts['sealed'] !== undefined) return answer;
  const { holder = '', account = '', 'sort-code': sortCode = '' } = answer.parts;
  const box = seal(secret, placeOf(councilId), JSON.stringify({ sortCode, account }));
  return { parts: { holder, shown: account.slice(-4), sealed: box.toString('base64') } };
}

/** The numbers of a sealed account, for the one who pays: undefined where nothing is sealed. Throws when tampered with. */
export function openBank(
  { secret, councilId }: BankSeal,
  answer: Answer | undefined,
): { sortCode: string; account: string } | undefined {
  const box = hasParts(answer) ? answer.parts['sealed'] : undefined;
  if (box === undefined) return undefined;
  return JSON.parse(unseal(secret, placeOf(councilId), Buffer.from(box, 'base64'))) as {
    sortCode: string;
    account: string;
  };
}

/** Whether two answers are the same, where one of them may be sealed and the other as it was typed. */
export function sayTheSame(box: BankSeal, one: Answer | undefined, other: Answer | undefined): boolean {
  return isDeepStrictEqual(plain(box, one), plain(box, other));
}

function plain(box: BankSeal, answer: Answer | undefined): unknown {
  const numbers = openBank(box, answer);
  if (!numbers || !hasParts(answer)) return answer === undefined ? undefined : JSON.parse(JSON.stringify(answer));
  const { holder = '' } = answer.parts;
  return { parts: { holder, account: numbers.account, 'sort-code': numbers.sortCode } };
}
