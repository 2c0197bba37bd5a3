import { z } from 'zod';

/** What this module tells the others; the subject is the file. A handler reads it afresh. */
export const documentEvents = { 'file.infected': z.object({}) } as const;
