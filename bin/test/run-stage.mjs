import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from '../lib.mjs';

/**
 * Run one tool of node_modules and keep what it says, so that two at once stay readable.
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
      signal,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.once('error', (error) => {
      output += error.message;
    });
    child.once('close', (code) => {
      resolve({
        ok: code === 0,
        output: process.stdout.isTTY ? output : stripVTControlCharacters(output),
        nanoseconds: process.hrtime.bigint() - began,
      });
    });
  });
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
