import { english } from '#modules/councils';
import { type FileView, filesOf } from '#modules/documents';
import type { EvidenceDefinition } from '#modules/services';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/db';
import { prepared } from '#platform/prepared';
import type { EvidenceRow } from './find-evidence.ts';
import { piecesOf } from './pieces-of.ts';
import './tables.ts';
import type { EvidenceState, Planned, Shown } from './words.ts';

/** One piece of evidence as it stands, with what its service says of it. */
export interface EvidenceView {
  id: string;
  piece: string;
  name: string;
  why: string;
  /** What will do, one a line. */
  examples: string[];
  show: EvidenceDefinition['show'];
  required: boolean;
  state: EvidenceState;
  planned: Planned | null;
  shown: Shown | null;
  reason: string | null;
  isWaitedFor: boolean;
  files: FileView[];
  dueOn: string | null;
  validUntil: string | null;
  changedAt: Date;
  byName: string;
}

/** A piece that the service lists and the case was not asked for: it can be asked for at the desk. */
export interface OtherPiece {
  piece: string;
  name: string;
}

export interface CaseEvidence {
  pieces: EvidenceView[];
  others: OtherPiece[];
}

/** The evidence of a case in the order in which its service lists it, then what was asked for besides. */
export async function evidenceOf(
  tx: Tx,
  clock: Clock,
  { councilId, caseId }: { councilId: string; caseId: string },
): Promise<CaseEvidence> {
  const rows = await selectOfCase.all(tx, { councilId, caseId });
  const defined = (await piecesOf(tx, clock, { councilId, caseId }))?.all ?? [];
  const files = await filesOf(
    tx,
    councilId,
    rows.map(({ id }) => id),
  );
  const place = ({ piece }: EvidenceRow) => {
    const at = defined.findIndex(({ id }) => id === piece);
    return at === -1 ? defined.length : at;
  };
  const pieces = rows
    .toSorted((one, other) => place(one) - place(other))
    .map((row) =>
      viewOf(
        row,
        defined.find(({ id }) => id === row.piece),
        files,
      ),
    );
  const others = defined
    .filter(({ id }) => !rows.some(({ piece }) => piece === id))
    .map(({ id, name }) => ({ piece: id, name: english(name) }));
  return { pieces, others };
}

const selectOfCase = prepared((tx, { councilId, caseId }: { councilId: string; caseId: string }) =>
  tx
    .selectFrom('evidence')
    .selectAll()
    .where('council_id', '=', councilId)
    .where('case_id', '=', caseId)
    .orderBy('made_at')
    .orderBy('id'),
);

function viewOf(
  row: EvidenceRow,
  definition: EvidenceDefinition | undefined,
  files: readonly FileView[],
): EvidenceView {
  const { id, piece, name, why, state, planned, shown, reason } = row;
  return {
    ...{ id, piece, name, why, state, planned, shown, reason },
    examples: definition?.examples.map(english) ?? [],
    show: definition?.show ?? 'either',
    required: definition?.required ?? true,
    isWaitedFor: row.is_waited_for,
    files: files.filter((file) => row.file_ids.includes(file.id) && file.subjectId === id),
    dueOn: row.due_on,
    validUntil: row.valid_until,
    changedAt: row.changed_at,
    byName: row.by_name,
  };
}
