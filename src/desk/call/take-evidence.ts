import { english } from '#modules/councils';
import type { DraftEvidence } from '#modules/forms';
import type { EvidenceDefinition } from '#modules/services';
import { fieldOf } from '#platform/http/read-form';
import type { Errors } from '#ui';
import { evidenceAsked, evidenceGiven } from '../../portal/report/evidence-steps.ts';
import type { Call } from './call.ts';
import { type DeskWay, waysAtDesk } from './evidence-at-desk.ts';
import { keep } from './on-report.ts';
import { filesFor, linkFiles } from './take-files.ts';
import type { TakenFacts } from './taken-facts.ts';

export const howField = (piece: string): string => `evidence-${piece}`;
export const fileField = (piece: string): string => `file-${piece}`;

/** How each piece of evidence is shown: uploaded here, shown to whoever takes the form, sent later, or left out. */
export async function takeEvidence(call: Call, taken: TakenFacts): Promise<{ taken: TakenFacts; errors: Errors }> {
  const pieces = evidenceAsked(taken);
  if (pieces.length === 0) return { taken, errors: {} };
  const read = pieces.map((piece) => [piece.id, readPiece(call, taken, piece)] as const);
  await linkFiles(call, taken, 'evidence');
  const given = Object.fromEntries(read.map(([id, { given }]) => [id, given]));
  const kept = await keep(taken, { evidence: { ...taken.state.evidence, ...given } });
  return { taken: kept, errors: Object.assign({}, ...read.map(([, { errors }]) => errors)) as Errors };
}

interface PieceRead {
  given: DraftEvidence;
  errors: Errors;
}

function readPiece(call: Call, taken: TakenFacts, piece: EvidenceDefinition): PieceRead {
  const before = evidenceGiven(taken, piece.id).fileIds;
  const files = filesFor(call, fileField(piece.id), { before });
  const isAdded = files.ids.some((id) => !before.includes(id));
  const how = wayChosen(call, piece, isAdded);
  const keepsFiles = how === 'upload' || how === null;
  const seen = how === 'seen' ? { seenBy: { id: call.actor.id, name: call.actor.name } } : {};
  return {
    given: { how, fileIds: keepsFiles ? files.ids : [], ...seen },
    errors: pieceErrors(piece, how, files),
  };
}

/** Whoever chose a file means to hand it over, whatever else is ticked. */
function wayChosen({ contact, form }: Call, piece: EvidenceDefinition, isAdded: boolean): DeskWay | null {
  const ways = waysAtDesk(piece, contact.channel);
  if (isAdded && ways.includes('upload')) return 'upload';
  const chosen = ways.find((way) => way === fieldOf(form, howField(piece.id)));
  const only = ways.length === 1 ? ways[0] : undefined;
  return chosen ?? only ?? null;
}

function pieceErrors(
  { id, name }: EvidenceDefinition,
  how: DeskWay | null,
  { ids, problem }: { ids: readonly string[]; problem: string | null },
): Errors {
  if (problem !== null) return { [fileField(id)]: problem };
  if (how === null) return { [howField(id)]: `Say how they show it: ${english(name)}` };
  if (how === 'upload' && ids.length === 0) return { [fileField(id)]: 'Choose a file, or another way to show it' };
  return {};
}
