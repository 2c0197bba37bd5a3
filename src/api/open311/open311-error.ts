/** What Open311 answers in its own form: a code of HTTP and a sentence that says what to do. */
export class Open311Error extends Error {
  readonly statusCode: number;

  constructor(statusCode: number, description: string) {
    super(description);
    this.name = 'Open311Error';
    this.statusCode = statusCode;
  }
}
