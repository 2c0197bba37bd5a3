import type { Actor } from '#modules/staff';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { lockCase } from './find-case.ts';
import { areKnownFiles } from './known-files.ts';
import { mayAddTo, mayWorkCases } from './policy.ts';
import { publishCase } from './publish-case.ts';
import { touchCase } from './touch-case.ts';
import { writeEntry } from './write-entry.ts';

/** What somebody adds to an open case: only chasing is avoidable, so each has its own name. */
export const ADDITIONS = ['new-fact', 'change', 'worse', 'cancel', 'question', 'note'] as const;
export type Addition = (typeof ADDITIONS)[number];

interface AddToCase {
  /** Id or reference. */
  case: string;
  /** `note` is for staff alone; the others belong to those concerned. */
  kind: Addition;
  /** 1 to 5,000 characters. */
  text: string;
  fileIds?: readonly string[];
  contactId?: string | null;
  /** From another system: the same id twice is the same entry. */
  sourceId?: string;
}

export type AddToCaseRefusal = 'not-found' | 'not-allowed' | 'ended' | 'nothing-said' | 'unknown-file';
export type AddToCaseResult = { ok: true; entryId: string | null } | { ok: false; refusal: AddToCaseRefusal };

/**
 * Add a fact, a change, a question. It is kept under its own name and never re-routes, re-dates or ends anything: what
 * follows from it is decided by whoever owns the case, who is told.
 *
 * Refuses on a case that has ended: "not fixed" reopens it, anything else is a new report.
 */
export async function addToCase(tx: Tx, clock: Clock, actor: Actor, command: AddToCase): Promise<AddToCaseResult> {
  const { kind, fileIds = [], contactId, sourceId } = command;
  const itsCase = await lockCase(tx, actor.councilId, command.case);
  if (!itsCase) return { ok: false, refusal: 'not-found' };
  if (!mayAdd(actor, kind)) return { ok: false, refusal: 'not-allowed' };
  if (itsCase.ended_at && kind !== 'note') return { ok: false, refusal: 'ended' };
  const text = command.text.trim();
  if (text === '' && fileIds.length === 0) return { ok: false, refusal: 'nothing-said' };
  if (!(await areKnownFiles(tx, actor.councilId, fileIds))) return { ok: false, refusal: 'unknown-file' };
  const audience = kind === 'note' ? 'staff' : 'customer';
  const entry = { caseId: itsCase.id, kind, audience, text, data: { fileIds }, contactId, sourceId } as const;
  const entryId = await writeEntry(tx, clock, actor, entry);
  if (!entryId) return { ok: true, entryId: null };
  await touchCase(tx, clock, itsCase);
  await publishCase(tx, clock, actor, { type: 'case.added-to', subjectId: itsCase.id, data: { entryId, kind } });
  return { ok: true, entryId };
}

function mayAdd(actor: Actor, kind: Addition): boolean {
  return kind === 'note' ? mayWorkCases(actor) : mayAddTo(actor);
}
