import { expect, test } from 'vitest';

interface Lock {
  packages: Record<string, object>;
}

const fromBin = (path: string): Promise<unknown> => import(new URL(`../bin/prepare/${path}`, import.meta.url).href);
const { isInstalled } = (await fromBin('installed.mjs')) as { isInstalled: (lock: Lock, note?: Lock) => boolean };
const { isSupported } = (await fromBin('node-version.mjs')) as { isSupported: (version: string) => boolean };

const ours = { optional: true, version: '1.0.0', os: [process.platform], cpu: [process.arch] };
const theirs = { optional: true, version: '1.0.0', os: ['aix'], cpu: ['ppc64'] };
const lock: Lock = {
  packages: {
    '': {},
    'node_modules/a': { version: '1.0.0', integrity: 'x' },
    'node_modules/ours': ours,
    'node_modules/theirs': theirs,
  },
};

test.each([
  ['nothing', undefined, false],
  ['all that this platform needs', ['node_modules/a', 'node_modules/ours'], true],
  ['a package less', ['node_modules/ours'], false],
  ['all but the optional package of this platform', ['node_modules/a'], false],
])('with %s noted by npm, the packages count as they should', (_what, paths, expected) => {
  const note = paths && { packages: Object.fromEntries(paths.map((path) => [path, lock.packages[path] ?? {}])) };
  expect(isInstalled(lock, note)).toBe(expected);
});

test('another version or another content of a package is not the one that the lockfile names', () => {
  const withA = (a: object): Lock => ({ packages: { 'node_modules/a': a, 'node_modules/ours': ours } });
  expect(isInstalled(lock, withA({ version: '1.0.1', integrity: 'x' }))).toBe(false);
  expect(isInstalled(lock, withA({ version: '1.0.0', integrity: 'y' }))).toBe(false);
});

test.each([
  ['20.18.3', false],
  ['20.19.0', true],
  ['21.7.0', false],
  ['22.12.0', false],
  ['22.13.1', true],
  ['23.11.0', false],
  ['24.0.0', true],
  ['26.1.0', true],
])('Node %s is taken: %s', (version, expected) => {
  expect(isSupported(version)).toBe(expected);
});
