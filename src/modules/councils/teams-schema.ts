import { z } from 'zod';
import { emailSchema, phoneSchema, slugSchema } from './primitives.ts';
import { reference } from './references.ts';
import { textSchema, wordsSchema } from './words.ts';

/** Who answers for a piece of work. The inbox outlives any officer; the manager hears of second failures (F-32). */
export const teamSchema = z.strictObject({
  slug: slugSchema,
  name: wordsSchema,
  does: wordsSchema,
  inbox: emailSchema,
  manager: reference('person'),
  cover: reference('person'),
  hours: reference('calendar'),
  /** Crews, enforcement and care answer by role and are never named to a customer. */
  answersBy: z.enum(['name', 'role']).default('name'),
  skills: z.array(reference('skill')).default([]),
});
export type Team = z.output<typeof teamSchema>;

/** Another body that does our work under a contract (F-15, F-16). Its hours are held here and nowhere else (V-22). */
export const partnerSchema = z.strictObject({
  slug: slugSchema,
  name: wordsSchema,
  does: wordsSchema,
  email: emailSchema,
  phone: phoneSchema,
  hours: reference('calendar'),
  contract: z.strictObject({ manager: reference('team'), ends: z.iso.date(), about: textSchema }),
});
export type Partner = z.output<typeof partnerSchema>;

export const teamsFileSchema = z.strictObject({
  skills: z.array(z.strictObject({ slug: slugSchema, name: wordsSchema })),
  teams: z.array(teamSchema).min(1),
  partners: z.array(partnerSchema).default([]),
});
export type Skill = z.output<typeof teamsFileSchema>['skills'][number];
