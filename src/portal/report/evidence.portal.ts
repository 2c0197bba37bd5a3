import type { FastifyInstance } from 'fastify';
import { filesOf, linkFile } from '#modules/documents';
import { MOST_FILES, PLANS, type Planned } from '#modules/evidence';
import type { DraftEvidence } from '#modules/forms';
import type { EvidenceDefinition } from '#modules/services';
import type { Deps } from '#platform/deps';
import { fieldOf } from '#platform/http/read-form';
import { EvidencePage } from './evidence.page.tsx';
import { evidenceAsked, evidenceGiven } from './evidence-steps.ts';
import { goOn } from './go-on.ts';
import { notAskedPiece } from './not-asked.ts';
import { keep, type OpenReport, onReport, type ReportRoute, type StepAnswer } from './on-report.ts';
import { type StoredPhotos, storePhotos } from './photos.ts';
import { FORM_ROUTE } from './report-paths.ts';
import { isStale, pieceMark, withMark } from './stood.ts';
import { waysToShow } from './ways-to-show.ts';

const PATH = `${FORM_ROUTE}/evidence/:id`;

/** A page for each piece of evidence: what is needed, why, what will do, and how it will be shown (B-43). */
export function reportEvidence(door: FastifyInstance, deps: Deps): void {
  door.get<ReportRoute>(PATH, (request, reply) =>
    onReport(deps, (report) => onPiece(report, request.params.id ?? '', show))(request, reply),
  );
  door.post<ReportRoute>(PATH, async (request, reply) => {
    const stored = await storePhotos(deps, request, 'any');
    const work: PieceWork = (report, piece) => take(report, piece, stored);
    return await onReport(deps, (report) => onPiece(report, request.params.id ?? '', work))(request, reply);
  });
}

type PieceWork = (report: OpenReport, piece: EvidenceDefinition) => Promise<StepAnswer>;

/** A piece that the answers do not call for leads on to what is next. */
async function onPiece(report: OpenReport, id: string, work: PieceWork): Promise<StepAnswer> {
  const piece = evidenceAsked(report).find((one) => one.id === id);
  return piece ? await work(report, piece) : (notAskedPiece(report, id) ?? (await goOn(report)));
}

async function show(report: OpenReport, piece: EvidenceDefinition): Promise<StepAnswer> {
  const marked = withMark(report, pieceMark(report, piece.id));
  return { page: EvidencePage({ report: marked, piece, files: await filesFor(report, piece) }) };
}

async function take(report: OpenReport, piece: EvidenceDefinition, stored: StoredPhotos): Promise<StepAnswer> {
  const before = evidenceGiven(report, piece.id).fileIds;
  const removed = fieldOf(report.form, 'remove');
  if (removed !== '') {
    if (before.includes(removed))
      await put(report, piece, { how: null, fileIds: before.filter((id) => id !== removed) });
    return { to: report.paths.evidence(piece.id) };
  }
  const how = howOf(report, piece, stored);
  const fileIds = [...before, ...stored.ids].slice(0, MOST_FILES);
  for (const fileId of stored.ids) {
    const link = { fileId, subjectType: 'draft' as const, subjectId: report.draft.id, purpose: 'evidence' };
    await linkFile(report.tx, report.deps.clock, report.actor, link);
  }
  const changed = saidElsewhere(report, piece, how);
  const problem = changed ?? problemOf({ how, stored, count: before.length + stored.ids.length });
  if (!problem) return await goOn(await put(report, piece, { how, fileIds: how === 'upload' ? fileIds : [] }));
  const said = changed ? evidenceGiven(report, piece.id).how : null;
  const kept = await put(report, piece, { how: said, fileIds });
  const files = await filesFor(kept, piece);
  const marked = withMark(kept, pieceMark(kept, piece.id));
  const page = EvidencePage({ report: marked, piece, files, how, error: problem, isKept: changed !== undefined });
  return { page, status: changed ? 409 : 422 };
}

/** Another way was chosen in another window, or one of us was shown it: neither is written over unseen. */
function saidElsewhere(report: OpenReport, { id }: EvidenceDefinition, how: Planned | null): Problem | undefined {
  const said = evidenceGiven(report, id).how;
  if (said === null || said === how || !isStale(report, pieceMark(report, id))) return undefined;
  return {
    field: 'how',
    message: `${SAID[said]} in another window. Press Continue to use what is chosen below instead`,
  };
}

const SAID = {
  upload: 'You added files for this',
  seen: 'You showed this to us, as was said',
  later: 'You said that you will send this later',
  'in-person': 'You said that you will show this in person',
  not: 'You said that you will not send this',
} as const;

/** Whoever chose a file means to send it, whatever else is ticked. */
function howOf({ form }: OpenReport, piece: EvidenceDefinition, stored: StoredPhotos): Planned | null {
  const ways = waysToShow(piece);
  if (stored.ids.length > 0 && ways.includes('upload')) return 'upload';
  const [only, ...others] = ways;
  const chosen = PLANS.find((one) => one === fieldOf(form, 'how'));
  if (chosen && ways.includes(chosen)) return chosen;
  return others.length === 0 ? (only ?? null) : null;
}

interface Given {
  how: Planned | null;
  stored: StoredPhotos;
  count: number;
}

interface Problem {
  field: 'how' | 'file';
  message: string;
}

function problemOf({ how, stored, count }: Given): Problem | undefined {
  if (stored.problems.length > 0) return { field: 'file', message: stored.problems.join('. ') };
  if (how === null) return { field: 'how', message: 'Choose how you will show it' };
  if (how !== 'upload') return undefined;
  if (count === 0) return { field: 'file', message: 'Choose a file, or another way to show it' };
  if (count > MOST_FILES) return { field: 'file', message: `You can send up to ${MOST_FILES} files for this` };
  return undefined;
}

function put(
  report: OpenReport,
  { id }: EvidenceDefinition,
  given: Pick<DraftEvidence, 'how' | 'fileIds'>,
): Promise<OpenReport> {
  return keep(report, { evidence: { ...report.state.evidence, [id]: given } });
}

async function filesFor({ tx, actor, draft, ...report }: OpenReport, { id }: EvidenceDefinition) {
  const { fileIds } = evidenceGiven(report, id);
  const all = fileIds.length === 0 ? [] : await filesOf(tx, actor.councilId, [draft.id]);
  return all.filter((file) => fileIds.includes(file.id));
}
