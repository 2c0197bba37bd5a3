import { readConfig } from '#config';
import { start } from './start.ts';

const read = readConfig();
if (!read.ok) {
  for (const problem of read.problems) process.stderr.write(`Frontdoor cannot start: ${problem}\n`);
  process.exit(1);
}

try {
  const running = await start(read.config);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
  }
} catch (error) {
  process.stderr.write(`Frontdoor cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
