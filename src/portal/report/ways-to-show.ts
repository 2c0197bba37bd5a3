import type { Planned } from '#modules/evidence';
import type { EvidenceDefinition } from '#modules/services';

/** The ways in which a piece may be shown, as its definition says; the surest first. */
export function waysToShow({ show, laterDays, required }: EvidenceDefinition): Planned[] {
  return [
    ...(show === 'in-person' ? [] : (['upload'] as const)),
    ...(show !== 'in-person' && laterDays !== undefined ? (['later'] as const) : []),
    ...(show === 'upload' ? [] : (['in-person'] as const)),
    ...(required ? [] : (['not'] as const)),
  ];
}
