import { inCouncil, type Tx } from '#platform/db';
import type { Deps } from '#platform/deps';
import type { Errors, Values } from '#ui';

/** Where to go on; or what is wrong, with what was typed. */
export type Outcome = { to: string } | { errors: Errors; values: Values };

/** Do one act of a form in one transaction. What is refused leaves nothing behind. */
export async function oneAct({ db }: Deps, councilId: string, work: (tx: Tx) => Promise<Outcome>): Promise<Outcome> {
  try {
    return await inCouncil(db, councilId, async (tx) => {
      const outcome = await work(tx);
      if ('errors' in outcome) throw new Refused(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
}

class Refused extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super('refused, so nothing is kept');
    this.outcome = outcome;
  }
}

/** What somebody typed into a large field: line breaks stay, control characters of broken pastes go. */
export function typedText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}
