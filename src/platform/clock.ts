/** Where "now" comes from. Instants are UTC; nothing in a module may ask the machine itself. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands where it is put, for tests and for playing past journeys. */
export class MovableClock implements Clock {
  #at: Date;

  constructor(at: string | Date) {
    this.#at = new Date(at);
  }

  now(): Date {
    return new Date(this.#at);
  }

  moveTo(at: string | Date): void {
    this.#at = new Date(at);
  }

  /** @param minutes may be a fraction; negative moves back. */
  advance(minutes: number): void {
    this.#at = new Date(this.#at.getTime() + minutes * 60_000);
  }
}
