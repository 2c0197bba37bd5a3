import { Open311Error } from './open311-error.ts';

/** Refuse a jurisdiction that is not this council's; one that is left out or empty is this council's. */
export function checkJurisdiction(given: unknown, slug: string): void {
  const id = (given as Record<string, unknown> | null)?.['jurisdiction_id'];
  if (id === undefined || id === '' || id === slug) return;
  throw new Open311Error(404, `jurisdiction_id was not found: here it is ${slug}, or left out.`);
}
