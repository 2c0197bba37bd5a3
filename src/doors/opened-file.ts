import type { FileResult } from '#modules/documents';
import { HttpError } from '#platform/http/http-error';

type Opened = Extract<FileResult, { ok: true }>;

const INFECTED =
  'A virus was found in this file, so nobody can open it. Whoever sent it is asked to send it again. Go back to where you came from.';

/** The file that was asked for. @throws HttpError 410 where a virus was found in it, 404 with `notThere` where there is none */
export function openedFile(file: FileResult | undefined | null, notThere: string): Opened {
  if (file?.ok) return file;
  throw file?.refusal === 'infected' ? new HttpError(410, INFECTED) : new HttpError(404, notThere);
}
