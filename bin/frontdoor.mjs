// `npm run -s frontdoor -- <command>`: builds when stale, then hands over everything: arguments, terminal, exit code.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './lib.mjs';
import { ensureBuilt } from './prepare/built.mjs';
import { ensureInstalled } from './prepare/installed.mjs';
import { checkNode } from './prepare/node-version.mjs';

checkNode(process.versions.node);
ensureInstalled();
await ensureBuilt();
const program = ['--enable-source-maps', join(ROOT, 'dist/cli/main.js'), ...process.argv.slice(2)];
const child = spawn(process.execPath, program, { stdio: 'inherit' });
// Ctrl-C reaches the child from the terminal; we wait for it to end by itself.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
child.once('exit', (code) => process.exit(code ?? 1));
