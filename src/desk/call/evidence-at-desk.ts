import type { Channel } from '#modules/councils';
import type { DraftEvidence } from '#modules/forms';
import type { EvidenceDefinition } from '#modules/services';
import { waysToShow } from '../../portal/report/ways-to-show.ts';

export type DeskWay = NonNullable<DraftEvidence['how']>;

/** Where somebody stands before the adviser and can show the thing itself. */
export const isFaceToFace = (channel: Channel): boolean => channel === 'counter';

/** The ways in which a piece may be shown in this contact; the surest first. */
export function waysAtDesk(piece: EvidenceDefinition, channel: Channel): DeskWay[] {
  const seen = isFaceToFace(channel) && piece.show !== 'upload' ? (['seen'] as const) : [];
  return [...seen, ...waysToShow(piece)];
}
