import { readConfig } from '#config';
import { start } from './start.ts';

const read = readConfig();
if (!read.ok) {
  for (const problem of read.problems) process.stderr.write(`Frontdoor cannot start: ${problem}\n`);
  process.exit(1);
}

/** What is in hand gets this long. Nothing is lost by going: a task begins again, and a request was given its own time. */
const LONGEST_STOP_MS = 30_000;

try {
  const running = await start(read.config);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      setTimeout(tooLate, LONGEST_STOP_MS).unref();
      void running.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  process.stderr.write(`Frontdoor cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

function tooLate(): void {
  process.stderr.write(
    'Frontdoor did not stop in time and ends now. What was in hand begins again at the next start.\n',
  );
  process.exit(1);
}
