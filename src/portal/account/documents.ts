import type { AccountActor } from '#modules/accounts';
import { filesForStaff, type OwnCase, ownCases } from '#modules/cases';
import { type MessageTo, messagesTo } from '#modules/contacts';
import { customerReaches, recordIdsOf } from '#modules/customers';
import { type FileLine, filesPage } from '#modules/documents';
import { type CasePiece, piecesOfCases } from '#modules/evidence';
import type { Tx } from '#platform/db';
import type { PageKey } from '../../doors/page-key.ts';

/** Something that the person sent, or that was written to them. */
export type DocumentLine = { at: Date; id: string; reference: string | null } & (
  | { kind: 'file'; file: FileLine; piece: string | null }
  | { kind: 'message'; message: MessageTo }
);

export interface DocumentsPage {
  lines: DocumentLine[];
  /** Where the next page begins; null at the end. */
  next: PageKey | null;
}

/** What belongs to somebody, as far as their documents hang on it. */
interface Own {
  councilId: string;
  customerIds: string[];
  cases: OwnCase[];
  pieces: CasePiece[];
  addresses: string[];
  /** Files on their cases that are for colleagues alone. */
  staffFiles: string[];
}

const A_PAGE = 20;

/** What somebody sent and what was written to them, the newest first, a page at a time. */
export async function documentsOf(
  tx: Tx,
  account: AccountActor,
  before: PageKey | undefined,
  limit = A_PAGE,
): Promise<DocumentsPage> {
  const own = await ownOf(tx, account);
  const page = { before, limit: limit + 1 };
  const files = await filesOfOwn(tx, own, page);
  const messages = await messagesOfOwn(tx, own, page);
  const all = [...files, ...messages].sort(newestFirst);
  const lines = all.slice(0, limit);
  const last = lines.at(-1);
  return { lines, next: all.length > limit && last ? { at: last.at, id: last.id } : null };
}

/** The cases and pieces of evidence whose files somebody may open; none of them for a file that colleagues keep. */
export async function subjectsOfFile(tx: Tx, account: AccountActor, fileId: string): Promise<string[]> {
  const { cases, pieces, staffFiles } = await ownOf(tx, account);
  return staffFiles.includes(fileId) ? [] : [...cases, ...pieces].map(({ id }) => id);
}

async function ownOf(tx: Tx, { councilId, clusterId }: AccountActor): Promise<Own> {
  const customerIds = await recordIdsOf(tx, councilId, clusterId);
  const cases = await ownCases(tx, councilId, customerIds);
  const caseIds = cases.map(({ id }) => id);
  const reaches = await customerReaches(tx, councilId, clusterId);
  return {
    councilId,
    customerIds,
    cases,
    pieces: await piecesOfCases(tx, councilId, caseIds),
    addresses: reaches.map(({ key }) => key),
    staffFiles: await filesForStaff(tx, councilId, caseIds),
  };
}

interface Page {
  before: PageKey | undefined;
  limit: number;
}

async function filesOfOwn(tx: Tx, own: Own, page: Page): Promise<DocumentLine[]> {
  const subjectIds = [...own.cases, ...own.pieces].map(({ id }) => id);
  const files = await filesPage(tx, own.councilId, { subjectIds, withoutIds: own.staffFiles, ...page });
  return files.map((file) => {
    const piece = own.pieces.find(({ id }) => id === file.subjectId);
    const reference = referenceOf(own, piece?.caseId ?? file.subjectId);
    return { kind: 'file', at: file.at, id: file.id, file, piece: piece?.name ?? null, reference };
  });
}

async function messagesOfOwn(tx: Tx, own: Own, page: Page): Promise<DocumentLine[]> {
  const { councilId, customerIds, addresses } = own;
  const caseIds = own.cases.map(({ id }) => id);
  const messages = await messagesTo(tx, councilId, { customerIds, caseIds, addresses, ...page });
  return messages.map((message) => {
    const reference = referenceOf(own, message.caseId);
    return { kind: 'message', at: message.madeAt, id: message.id, message, reference };
  });
}

function referenceOf({ cases }: Own, caseId: string | null): string | null {
  return cases.find(({ id }) => id === caseId)?.reference ?? null;
}

/** Ids as the database compares them, so that a page ends where the next begins. */
function newestFirst(one: DocumentLine, other: DocumentLine): number {
  const byTime = other.at.getTime() - one.at.getTime();
  if (byTime !== 0) return byTime;
  return one.id < other.id ? 1 : -1;
}
