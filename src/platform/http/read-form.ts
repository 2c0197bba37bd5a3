import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { HttpError } from './http-error.ts';

export interface UploadedFile {
  field: string;
  name: string;
  bytes: Buffer;
  /** The file was longer than the limit; `bytes` are then only its beginning. */
  isTooLarge: boolean;
}

export interface SubmittedForm {
  /** Each field's values in order. A missing field is missing, not empty. */
  fields: Record<string, string[]>;
  files: UploadedFile[];
  /** Files beyond those that one form takes: they were let go unread, and the door says so. */
  filesLeftOut?: number;
}

/** As many files as one form keeps; with more at once one form could fill the memory. */
const MOST_FILES_AT_ONCE = 10;

/** Largest photo or document that a form takes, in bytes. What is longer is refused by name; the typed text stays. */
export const MAX_FILE_BYTES = 15 * 1024 * 1024;

/** Read a form however the browser sent it. Broken multipart throws an error with status 400. */
export function readForm(request: FastifyRequest): SubmittedForm {
  if (!request.isMultipart()) return { fields: toLists(request.body), files: [] };
  // The body was taken in by `collectMultipart` before the CSRF check, which needs its token field.
  return request.collectedForm ?? { fields: {}, files: [] };
}

/** What to say of the files that one form could not take; nothing where it took them all. */
export function leftOutWords({ filesLeftOut = 0 }: SubmittedForm): string[] {
  if (filesLeftOut === 0) return [];
  const which = filesLeftOut === 1 ? 'the last one' : `the last ${filesLeftOut}`;
  return [`You can send ${MOST_FILES_AT_ONCE} files at once, so we left out ${which}. Add more in a second step`];
}

/** The last value of a field, trimmed of nothing: what was typed is what is shown again. */
export function fieldOf(form: SubmittedForm, name: string): string {
  return form.fields[name]?.at(-1) ?? '';
}

/** Take a multipart body in whole, files cut at the limit instead of refused, so that no typed field is lost. */
export async function collectMultipart(request: FastifyRequest): Promise<void> {
  if (!request.isMultipart()) return;
  const form: SubmittedForm = { fields: {}, files: [] };
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') await addFile(form, part);
      else if (typeof part.value === 'string')
        form.fields[part.fieldname] = [...(form.fields[part.fieldname] ?? []), part.value];
    }
  } catch (error) {
    // The parser's own errors carry no status: a form that breaks off is the sender's fault, not ours.
    throw error instanceof Error && 'statusCode' in error
      ? error
      : new HttpError(400, 'The form broke off on its way.');
  }
  request.collectedForm = form;
}

async function addFile(form: SubmittedForm, part: MultipartFile): Promise<void> {
  if (form.files.length >= MOST_FILES_AT_ONCE) {
    if (part.filename !== '') form.filesLeftOut = (form.filesLeftOut ?? 0) + 1;
    part.file.resume();
    return;
  }
  const bytes = await part.toBuffer().catch((error: unknown) => {
    if (part.file.truncated) return Buffer.alloc(0);
    throw error;
  });
  // A browser sends an empty part for a file field that was left alone.
  if (part.filename === '' && bytes.length === 0 && !part.file.truncated) return;
  form.files.push({ field: part.fieldname, name: part.filename, bytes, isTooLarge: part.file.truncated });
}

function toLists(body: unknown): Record<string, string[]> {
  if (typeof body !== 'object' || body === null) return {};
  const entries = Object.entries(body as Record<string, unknown>).map(
    ([name, value]) => [name, (Array.isArray(value) ? value : [value]).map(String)] as const,
  );
  return Object.fromEntries(entries);
}
