import { createHash } from 'node:crypto';

/** The kinds of document that a council's configuration is made of. People are not among them: `staff` keeps those. */
export const DOCUMENT_KINDS = [
  'profile',
  'calendar',
  'site',
  'skill',
  'team',
  'partner',
  'contact-point',
  'cost-set',
  'standard',
  'container',
  'round',
  'mark',
  'incident-kind',
  'template',
  'destination',
  'daily-list',
  'service',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface CouncilDocument {
  readonly kind: DocumentKind;
  readonly slug: string;
  readonly body: unknown;
}

/** The same for the same content, however its keys are ordered: what tells a changed document from one that is not. */
export function hashOf(body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(body)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, part]) => [key, sorted(part)]),
  );
}
