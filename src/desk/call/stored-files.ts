/** What became of the files of one press, by the field that they were chosen in. */
export type StoredFiles = ReadonlyMap<string, { ids: readonly string[]; problems: readonly string[] }>;
