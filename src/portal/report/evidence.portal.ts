import type { FastifyInstance } from 'fastify';
import { filesOf, linkFile } from '#modules/documents';
import { MOST_FILES, PLANS, type Planned } from '#modules/evidence';
import type { EvidenceDefinition } from '#modules/services';
import type { Deps } from '#platform/deps';
import { fieldOf } from '#platform/http/read-form';
import { EvidencePage } from './evidence.page.tsx';
import { evidenceAsked, evidenceGiven } from './evidence-steps.ts';
import { goOn } from './go-on.ts';
import { keep, type OpenReport, onReport, type ReportRoute, type StepAnswer } from './on-report.ts';
import { type StoredPhotos, storePhotos } from './photos.ts';
import { FORM_ROUTE } from './report-paths.ts';
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
  return piece ? await work(report, piece) : await goOn(report);
}

async function show(report: OpenReport, piece: EvidenceDefinition): Promise<StepAnswer> {
  return { page: EvidencePage({ report, piece, files: await filesFor(report, piece) }) };
}

async function take(report: OpenReport, piece: EvidenceDefinition, stored: StoredPhotos): Promise<StepAnswer> {
  const before = evidenceGiven(report, piece.id).fileIds;
  const removed = fieldOf(report.form, 'remove');
  if (removed !== '') {
    await put(report, piece, { how: null, fileIds: before.filter((id) => id !== removed) });
    return { to: report.paths.evidence(piece.id) };
  }
  const how = howOf(report, piece, stored);
  const fileIds = [...before, ...stored.ids].slice(0, MOST_FILES);
  for (const fileId of stored.ids) {
    const link = { fileId, subjectType: 'draft' as const, subjectId: report.draft.id, purpose: 'evidence' };
    await linkFile(report.tx, report.deps.clock, report.actor, link);
  }
  const problem = problemOf({ how, stored, count: before.length + stored.ids.length });
  if (!problem) return await goOn(await put(report, piece, { how, fileIds: how === 'upload' ? fileIds : [] }));
  const kept = await put(report, piece, { how: null, fileIds });
  const files = await filesFor(kept, piece);
  return { page: EvidencePage({ report: kept, piece, files, how, error: problem }), status: 422 };
}

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

function problemOf({ how, stored, count }: Given): { field: 'how' | 'file'; message: string } | undefined {
  if (stored.problems.length > 0) return { field: 'file', message: stored.problems.join('. ') };
  if (how === null) return { field: 'how', message: 'Choose how you will show it' };
  if (how !== 'upload') return undefined;
  if (count === 0) return { field: 'file', message: 'Choose a file, or another way to show it' };
  if (count > MOST_FILES) return { field: 'file', message: `You can send up to ${MOST_FILES} files for this` };
  return undefined;
}

function put(report: OpenReport, { id }: EvidenceDefinition, given: { how: Planned | null; fileIds: string[] }) {
  return keep(report, { evidence: { ...report.state.evidence, [id]: given } });
}

async function filesFor({ tx, actor, draft, ...report }: OpenReport, { id }: EvidenceDefinition) {
  const { fileIds } = evidenceGiven(report, id);
  const all = fileIds.length === 0 ? [] : await filesOf(tx, actor.councilId, [draft.id]);
  return all.filter((file) => fileIds.includes(file.id));
}
