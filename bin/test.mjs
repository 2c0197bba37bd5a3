// Every check there is, in order, and the end at the first that fails. `npm test` and `.ci/run` are this and nothing else.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib.mjs';
import { findBrowser } from './prepare/browser.mjs';
import { lintCache } from './test/lint-cache.mjs';
import { runStage } from './test/run-stage.mjs';
import { countTests, resultFile } from './test/totals.mjs';

const LINT = ['eslint', '.', '--max-warnings', '0', '--cache', '--cache-strategy', 'content'];

/** What tsc knows of each file by its content: it reads again what has changed, and what that touches. */
const TYPES_KNOWN = join(ROOT, 'node_modules/.cache/frontdoor.tsbuildinfo');

/** These read files only, so two run at a time: one for each core. The longest is first, so that none is waited for. */
const CHECKS = [
  { name: 'lint', command: [...LINT, '--cache-location', lintCache()] },
  { name: 'types', command: ['tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', TYPES_KNOWN] },
  { name: 'format', command: ['biome', 'ci', '.'] },
  { name: 'architecture', command: ['depcruise', 'src', 'test', '--config', '--output-type', 'err-long'] },
  { name: 'dead code', command: ['knip', '--exclude', 'types'] },
  {
    name: 'dead code in production',
    command: ['knip', '--production', '--strict', '--include', 'files,dependencies,unlisted,unresolved'],
  },
];

const UNIT = {
  name: 'unit and HTTP tests',
  command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${resultFile('vitest')}`],
};

const JOURNEYS = {
  name: 'journeys in a browser',
  command: ['playwright', 'test', '--reporter=line,json'],
  env: { CHROMIUM_PATH: findBrowser() ?? '', PLAYWRIGHT_JSON_OUTPUT_FILE: resultFile('playwright') },
};

// Each stage is a group of its own, which Ctrl-C does not reach: it is ended when this process is.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

const began = process.hrtime.bigint();
mkdirSync(join(ROOT, 'test-results'), { recursive: true });
// The tests begin as soon as a core is free of checks. The journeys have both to themselves: a browser does not like to wait.
const failed = (await inPairs([...CHECKS, UNIT])) ?? (await inPairs([JOURNEYS]));
report(failed);

/** Run stages two at a time. @returns the first that failed, after stopping the other, or undefined. */
async function inPairs(stages) {
  const waiting = [...stages];
  const stop = new AbortController();
  let failed;
  const worker = async () => {
    for (let stage = waiting.shift(); stage && !failed; stage = waiting.shift()) {
      const result = await runStage(stage, stop.signal);
      if (failed) return;
      process.stdout.write(
        `${result.ok ? 'ok    ' : 'FAILED'} ${stage.name.padEnd(26)} ${seconds(result.nanoseconds)}\n`,
      );
      if (!result.ok) {
        failed = { ...stage, output: result.output };
        stop.abort();
      }
    }
  };
  await Promise.all([worker(), worker()]);
  return failed;
}

function report(failed) {
  const { passed, failed: failures, empty } = countTests();
  if (failed) process.stdout.write(`\n${failed.command.join(' ')}\n${failed.output}\n`);
  else if (empty.length > 0) process.stdout.write(`\nNo test ran in: ${empty.join(', ')}\n`);
  const bad = failed || empty.length > 0 ? Math.max(failures, 1) : failures;
  process.stdout.write(`\nin ${seconds(process.hrtime.bigint() - began)}\n${passed} passed, ${bad} failed\n`);
  // What a tool left behind holds its pipes, and would hold this process.
  process.exit(bad === 0 ? 0 : 1);
}

function seconds(nanoseconds) {
  return `${(Number(nanoseconds) / 1e9).toFixed(1)} s`;
}
