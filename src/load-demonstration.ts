import type { Deps } from '#platform/deps';

/** Load the demonstration council where the database has none. */
export function loadDemonstration(_deps: Deps): Promise<void> {
  return Promise.resolve();
}
