import type { Generated } from 'kysely';
import type { Json } from '#platform/json-column';
import type { Standing } from './words.ts';

declare module '#platform/db' {
  interface Database {
    hand_overs: HandOverTable;
    hand_over_attempts: HandOverAttemptTable;
    hand_over_answers: HandOverAnswerTable;
    hand_over_rests: HandOverRestTable;
  }
}

interface HandOverTable {
  council_id: string;
  /** Also the `webhook-id` that the destination sees, the same at every try. */
  id: string;
  case_id: string;
  submission_id: string | null;
  service_slug: string;
  service_version: number;
  destination: string;
  kind: 'worklist' | 'email' | 'webhook' | 'csv';
  state: Generated<'waiting' | 'delivered' | 'answered' | 'failed' | 'given-up' | 'stopped'>;
  made_at: Date;
  updated_at: Date;
  /** When it is tried next; null once nobody tries any more. */
  next_at: Date | null;
  claimed_at: Date | null;
  attempts: Generated<number>;
  /** In plain words, for staff. */
  last_error: string | null;
  delivered_at: Date | null;
  /** Whether the house delivered it or a person did (B-09). */
  delivered_how: 'automatic' | 'by-hand' | null;
  delivered_by: string | null;
  delivered_note: string | null;
  external_reference: string | null;
  /** What was decided; the first final answer stands. */
  result: string | null;
  answered_at: Date | null;
  /** Why a person must look; null while nobody must. */
  attention: string | null;
}

export interface HandOverAttemptTable {
  council_id: string;
  hand_over_id: string;
  number: number;
  at: Date;
  settled_at: Date;
  outcome: 'arrived' | 'again-later' | 'refused' | 'given-up' | 'stopped';
  reason: string | null;
}

export interface HandOverAnswerTable {
  council_id: string;
  id: string;
  hand_over_id: string;
  answer_id: string;
  at: Date;
  said: 'response' | 'api' | 'desk';
  by_name: string;
  result: string | null;
  body: Json;
  /** `too-late`: it came after the application was decided, and says something else. */
  standing: Standing;
}

interface HandOverRestTable {
  council_id: string;
  destination: string;
  failures: number;
  rest_until: Date | null;
  last_error: string | null;
  updated_at: Date;
}
