import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from '../lib.mjs';

/** Several times what the longest takes on two busy cores. */
const LIMIT_MINUTES = 25;

/** A process that a tool left behind may hold its output open for ever: nothing after this belongs to the tool. */
const LAST_WORDS_MS = 2_000;

/**
 * Run one tool of node_modules and keep what it says, so that two at once stay readable. A tool that has not ended by the
 * limit is ended, with all that it started, and fails with what it had said: a stage that waits for ever tells nobody why.
 *
 * @returns whether it succeeded, its output, and how long it took.
 */
export function runStage({ command: [tool, ...args], env }, signal) {
  const began = process.hrtime.bigint();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [programOf(tool), ...args], {
      cwd: ROOT,
      env: { ...process.env, ...COLOUR, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that it can be ended whole.
      detached: process.platform !== 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    const end = () => endGroup(child);
    const limit = setTimeout(() => {
      output += `\nIt had not ended after ${LIMIT_MINUTES} minutes and was stopped.\n`;
      end();
    }, LIMIT_MINUTES * 60_000);
    signal.addEventListener('abort', end, { once: true });
    process.once('exit', end);
    const settle = (code) => {
      clearTimeout(limit);
      signal.removeEventListener('abort', end);
      process.removeListener('exit', end);
      resolve({
        ok: code === 0,
        output: process.stdout.isTTY ? output : stripVTControlCharacters(output),
        nanoseconds: process.hrtime.bigint() - began,
      });
    };
    child.once('error', (error) => {
      output += error.message;
      settle(1);
    });
    child.once('exit', (code) => {
      const later = setTimeout(settle, LAST_WORDS_MS, code);
      child.once('close', () => {
        clearTimeout(later);
        settle(code);
      });
    });
  });
}

function endGroup(child) {
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

// Some tools take the mere presence of FORCE_COLOR for a yes.
const COLOUR = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };

/** The script behind a tool's name, by the package that brings it; no shell and no .cmd file is involved. */
function programOf(tool) {
  const name = PACKAGES[tool] ?? tool;
  const folder = join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[tool]);
}

const PACKAGES = {
  biome: '@biomejs/biome',
  depcruise: 'dependency-cruiser',
  playwright: '@playwright/test',
  tsc: 'typescript',
};
