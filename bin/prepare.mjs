// What `npm start` and `npm test` do first. Plain Node: no package may be needed, since none may be installed yet.
import { ensureBrowser } from './prepare/browser.mjs';
import { ensureBuilt } from './prepare/built.mjs';
import { ensureInstalled } from './prepare/installed.mjs';
import { checkNode } from './prepare/node-version.mjs';

checkNode(process.versions.node);
ensureInstalled();
await ensureBuilt();
if (process.argv.includes('--for-tests')) ensureBrowser();
