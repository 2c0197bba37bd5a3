/** What came of one try to deliver. */
export type Carried =
  | {
      ok: true;
      /** What was answered at once, as it came; undefined where nothing was. */
      answer?: unknown;
      /** What was wrong with the answer, in plain words; it has arrived all the same. */
      problem?: string;
    }
  | {
      ok: false;
      /** Worth another try later. */
      again: boolean;
      /** It is the destination that is away, not this one that it will not take. */
      isAway: boolean;
      reason: string;
      /** How long it asked us to wait. */
      waitSeconds?: number | null;
    };
