import { z } from 'zod';
import { HttpError } from '#platform/http/http-error';

export const instant = z.iso.datetime({ offset: true });
export const instantOrNull = instant.nullable();

/** Every error, after RFC 9457, with the field that is wrong where one is. */
const problem = z.object({
  type: z.string(),
  status: z.int(),
  title: z.string(),
  detail: z.string(),
  field: z.string().optional(),
});

/** What any route may answer beside its own. */
export const problems = { 400: problem, 401: problem, 403: problem, 404: problem, 409: problem };

export const reference = z.object({ reference: z.string().min(1).max(50) });
export const id = z.object({ id: z.uuid() });

/** Paging by key: `next` of one page is asked for as `next` of the following; null ends it. */
export const paging = {
  next: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
};

const keySchema = z.object({ updatedAt: z.coerce.date(), id: z.uuid() });
export type PageKey = z.output<typeof keySchema>;

export function readNext(next: string | undefined): PageKey | undefined {
  if (next === undefined) return undefined;
  const key = keySchema.safeParse(fromText(next));
  if (key.success) return key.data;
  throw new HttpError(400, 'next must be the value that the page before gave.', 'next');
}

function fromText(next: string): unknown {
  const [updatedAt, id] = Buffer.from(next, 'base64url').toString().split(' ');
  return { updatedAt, id };
}

/** The items of a page and the key of the following one, where there is one. `found` holds one more than the page. */
export function pageOf<T extends PageKey>(found: readonly T[], limit: number): { items: T[]; next: string | null } {
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  const next = last ? Buffer.from(`${last.updatedAt.toISOString()} ${last.id}`).toString('base64url') : null;
  return { items, next };
}

/** Dates as text, all the way down: what a schema of the answer describes. */
export function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
