import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib.mjs';

const RUNNERS = ['vitest', 'playwright'];

/** Where a runner writes its results as JSON. What a run before left there is removed, so it cannot be counted again. */
export function resultFile(runner) {
  const path = pathOf(runner);
  rmSync(path, { force: true });
  return path;
}

/** @returns how many tests passed and failed, and which runners ran without finding any. */
export function countTests() {
  const total = { passed: 0, failed: 0, empty: [] };
  for (const runner of RUNNERS) {
    const counted = read(runner);
    total.passed += counted.passed;
    total.failed += counted.failed;
    if (counted.passed + counted.failed === 0) total.empty.push(runner);
  }
  return total;
}

function read(runner) {
  let result;
  try {
    result = JSON.parse(readFileSync(pathOf(runner), 'utf8'));
  } catch {
    return { passed: 0, failed: 0 };
  }
  if (runner === 'vitest') return { passed: result.numPassedTests, failed: result.numFailedTests };
  const { expected, flaky, unexpected } = result.stats;
  return { passed: expected + flaky, failed: unexpected };
}

const pathOf = (runner) => join(ROOT, 'test-results', `${runner}.json`);
