import { fail } from '../lib.mjs';

const WANTED = '20.19 or later of Node 20, 22.13 or later of Node 22, or Node 24 or later';

/** @param version as in process.versions.node. */
export function isSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 13) || (major === 20 && minor >= 19);
}

/** End with what to do when this Node is not one that Frontdoor is tested on. */
export function checkNode(version) {
  if (!isSupported(version)) fail(`This is Node ${version}. Frontdoor needs ${WANTED}: https://nodejs.org/en/download`);
}
