import { readFileSync } from 'node:fs';
import { type BankHolidays, parseBankHolidays, UK_DIVISIONS } from '#platform/calendar';
import { referenceFile } from '#platform/reference-file';

let read: readonly BankHolidays[] | undefined;

/** The bank holidays of each nation, as they were published when this was released; read once a process. */
export function bankHolidays(): readonly BankHolidays[] {
  read ??= UK_DIVISIONS.flatMap((division) =>
    parseBankHolidays(JSON.parse(readFileSync(referenceFile(`bank-holidays/${division}.json`), 'utf8'))),
  );
  return read;
}
