export type FileKind = 'photo' | 'document';

/** What may be sent, by what the bytes say; the name of a file says nothing. */
const KINDS: Record<string, FileKind> = {
  'image/jpeg': 'photo',
  'image/png': 'photo',
  'image/webp': 'photo',
  'image/heic': 'photo',
  'image/heif': 'photo',
  'image/avif': 'photo',
  'application/pdf': 'document',
};

/** The true type of a file, or undefined where it is none that we take: a text file named .jpg, a program, a zip. */
export async function sniffFile(bytes: Uint8Array): Promise<{ kind: FileKind; mediaType: string } | undefined> {
  // Loaded with the first upload: most processes never need its tables.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes);
  const kind = found ? KINDS[found.mime] : undefined;
  return found && kind ? { kind, mediaType: found.mime } : undefined;
}
