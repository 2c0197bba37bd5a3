/** The files that an entry of a case names. */
export function fileIdsIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || !('fileIds' in data) || !Array.isArray(data.fileIds)) return [];
  return data.fileIds.map(String);
}
