import { z } from 'zod';

/** What a promise says, by language; English is always there. The due time is said after it. */
export const promiseWordsSchema = z.object({ en: z.string() }).catchall(z.string());
export type PromiseWords = z.infer<typeof promiseWordsSchema>;
