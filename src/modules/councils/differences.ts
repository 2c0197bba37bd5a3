/** One place where two versions of a document differ. */
export interface Difference {
  /** Keys from the top, as in `words.howLong.en`; list items count from 1. */
  readonly path: string;
  /** As JSON, shortened; null where that version has nothing there. */
  readonly folder: string | null;
  readonly desk: string | null;
}

const SHOWN_AT_MOST = 120;

/** Where what the folder says differs from what was made at the desk, so that somebody can decide which is right. */
export function differencesBetween(folder: unknown, desk: unknown, path: readonly string[] = []): Difference[] {
  if (isGroup(folder) && isGroup(desk) && Array.isArray(folder) === Array.isArray(desk)) {
    const keys = [...new Set([...Object.keys(folder), ...Object.keys(desk)])];
    return keys.flatMap((key) =>
      differencesBetween(folder[key], desk[key], [...path, Array.isArray(folder) ? String(Number(key) + 1) : key]),
    );
  }
  if (Object.is(folder, desk)) return [];
  return [{ path: path.join('.'), folder: shown(folder), desk: shown(desk) }];
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string | null {
  if (value === undefined) return null;
  const text = JSON.stringify(value);
  return text.length > SHOWN_AT_MOST ? `${text.slice(0, SHOWN_AT_MOST)}…` : text;
}
