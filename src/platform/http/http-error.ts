/**
 * A refusal that a route turns into an answer. `detail` is read by people, so it says what to do next.
 * Only routes throw it; domain code returns refusals as values.
 */
export class HttpError extends Error {
  readonly statusCode: number;
  /** The field of a machine's request that is wrong, where one is. */
  readonly field: string | undefined;

  constructor(statusCode: number, detail: string, field?: string) {
    super(detail);
    this.name = 'HttpError';
    this.statusCode = statusCode;
    this.field = field;
  }
}

/** Somebody sent the same kind of form too often. Says when the next one will be taken. */
export class TooManyError extends HttpError {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(429, `Wait ${inWords(retryAfterSeconds)}, then try again.`);
    this.name = 'TooManyError';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

function inWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 1 ? 'a minute' : `${minutes} minutes`;
}

/** A form from somebody whose session has ended since they opened it. */
export class SignedOutError extends HttpError {
  constructor() {
    super(401, 'You are signed out. Sign in, then do it again.');
    this.name = 'SignedOutError';
  }
}
