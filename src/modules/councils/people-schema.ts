import { z } from 'zod';
import { dateSchema, emailSchema, phoneSchema, slugSchema } from './primitives.ts';
import { reference } from './references.ts';
import { textSchema } from './words.ts';

/** What a person may be here; what each may do is for `staff` to say. */
export const STAFF_ROLES = [
  'adviser',
  'specialist',
  'floorwalker',
  'partner',
  'team-manager',
  'service-owner',
  'complaints-officer',
  'administrator',
  'councillor',
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** A member of staff, a councillor or a partner's worker. With `DEMO=1` the sign-in page lists them. */
export const staffPersonSchema = z.strictObject({
  slug: slugSchema,
  name: textSchema,
  title: textSchema,
  email: emailSchema,
  roles: z.array(z.enum(STAFF_ROLES)).min(1),
  teams: z.array(reference('team')).default([]),
  partner: reference('partner').optional(),
  skills: z.array(reference('skill')).default([]),
  wards: z.array(textSchema).default([]),
  /** Trainings of `council.yaml` that they have had. */
  trained: z.array(z.strictObject({ training: slugSchema, on: dateSchema })).default([]),
});
export type StaffPerson = z.output<typeof staffPersonSchema>;

/** An invented resident of the demonstration. */
export const residentSchema = z.strictObject({
  slug: slugSchema,
  name: textSchema,
  email: emailSchema.optional(),
  phone: phoneSchema.optional(),
  postcode: textSchema,
  about: textSchema,
});
export type Resident = z.output<typeof residentSchema>;

export const peopleFileSchema = z.strictObject({
  staff: z.array(staffPersonSchema).min(1),
  residents: z.array(residentSchema).default([]),
});
