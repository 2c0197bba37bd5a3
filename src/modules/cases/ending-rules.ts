import { sql } from 'kysely';
import type { Ending } from '#modules/councils';
import type { Tx } from '#platform/db';
import type { EndCase, EndCaseRefusal } from './end-case-command.ts';
import type { CaseRow } from './find-case.ts';

/** What the story says of each ending; the officer's own words stand in the ending itself. */
export const ENDING_WORDS: Readonly<Record<Ending, string>> = {
  done: 'The work is done.',
  withdrawn: 'This was withdrawn.',
  duplicate: 'This was reported before. It follows the earlier report.',
  'not-ours': 'This is not ours to do. We passed it on.',
  'no-access': 'We could not get in.',
  'below-level': 'We inspected it. It is below the level at which we act.',
  refused: 'We decided not to do this, and said why.',
};

/** Going twice in the same way is one way. */
const LEAST_WAYS = 2;

interface Ended {
  itsCase: CaseRow;
  command: EndCase;
  other: CaseRow | undefined;
}

/** What an ending needs beside its reason (domain rules, "Endings"). Null: nothing is missing. */
export async function endingRefusal(tx: Tx, ended: Ended): Promise<EndCaseRefusal | null> {
  if (ended.command.reason.trim() === '') return 'no-reason';
  return NEEDS[ended.command.ending](tx, ended);
}

type Need = (tx: Tx, ended: Ended) => EndCaseRefusal | null | Promise<EndCaseRefusal | null>;

const nothing: Need = () => null;
const NEEDS: Readonly<Record<Ending, Need>> = {
  done: nothing,
  withdrawn: nothing,
  refused: (_, { command }) => (command.challenge?.trim() ? null : 'challenge-needed'),
  'not-ours': (_, { command }) => (command.passedTo?.trim() ? null : 'passed-to-needed'),
  duplicate: (_, { itsCase, other }) => (canFollow(itsCase, other) ? null : 'no-such-case'),
  'no-access': async (tx, { itsCase }) => ((await waysTried(tx, itsCase)) >= LEAST_WAYS ? null : 'too-few-attempts'),
  'below-level': async (tx, { itsCase }) => ((await wasInspected(tx, itsCase)) ? null : 'not-inspected'),
};

// Two cases that follow each other would both wait for ever.
function canFollow(itsCase: CaseRow, other: CaseRow | undefined): boolean {
  return other !== undefined && other.id !== itsCase.id && other.follows_case_id !== itsCase.id;
}

async function waysTried(tx: Tx, { council_id, id }: CaseRow): Promise<number> {
  const { rows } = await sql<{ ways: number }>`
    select count(distinct data -> 'attempt' ->> 'means') as ways from case_entries
    where council_id = ${council_id} and case_id = ${id} and kind = 'job'`.execute(tx);
  return rows[0]?.ways ?? 0;
}

async function wasInspected(tx: Tx, { council_id, id }: CaseRow): Promise<boolean> {
  const done = await tx
    .selectFrom('jobs')
    .select('id')
    .where('council_id', '=', council_id)
    .where('case_id', '=', id)
    .where('state', '=', 'done')
    .limit(1)
    .executeTakeFirst();
  return done !== undefined;
}
