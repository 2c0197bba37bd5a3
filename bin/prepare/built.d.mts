/** Build when what is built does not come from these sources. */
export function ensureBuilt(): Promise<void>;
