// Bundles the server, the command line, and what browsers get, into dist/. Called by prepare.mjs when dist/ is stale.
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build as bundle } from 'esbuild';
import { ROOT } from './lib.mjs';

const PUBLIC = 'src/ui';

/**
 * Build into a folder beside dist/ and swap, so that nobody meets half a build.
 *
 * @param fingerprint of the sources, kept in dist/built-from.
 */
export async function build(fingerprint = '') {
  const growing = join(ROOT, `dist-${randomUUID()}`);
  try {
    await Promise.all([bundleServer(growing), bundlePublic(join(growing, 'public'))]);
    writeFileSync(join(growing, 'built-from'), fingerprint);
    swap(growing, join(ROOT, 'dist'));
  } finally {
    rmSync(growing, { recursive: true, force: true });
  }
}

const common = { absWorkingDir: ROOT, bundle: true, format: 'esm', logLevel: 'warning', sourcemap: true };

async function bundleServer(outdir) {
  await bundle({
    ...common,
    entryPoints: ['src/main.ts', 'src/cli/main.ts'].map((entry) => join(ROOT, entry)),
    outbase: 'src',
    outdir,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
  });
}

/** Names carry a hash of the content, so that a browser may keep them for ever; manifest.json maps the plain names. */
async function bundlePublic(outdir) {
  const sources = ['client', 'css'].flatMap((folder) => entriesOf(`${PUBLIC}/${folder}`));
  mkdirSync(outdir, { recursive: true });
  const { metafile } = await bundle({
    ...common,
    entryPoints: sources.map((entry) => join(ROOT, entry)),
    outdir,
    platform: 'browser',
    target: ['es2020', 'safari15'],
    minify: true,
    metafile: true,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.woff': 'file', '.svg': 'file', '.png': 'file' },
  });
  const manifest = Object.entries(metafile.outputs).flatMap(([path, { entryPoint }]) =>
    entryPoint ? [[basename(entryPoint).replace(/\.ts$/, '.js'), relative(outdir, join(ROOT, path))]] : [],
  );
  copyStatic(outdir);
  compress(outdir);
  writeFileSync(join(outdir, 'manifest.json'), JSON.stringify(Object.fromEntries(manifest.sort()), null, 2));
}

/** Whole files only: a name that begins with `_` is a part of another. */
function entriesOf(folder) {
  if (!existsSync(join(ROOT, folder))) return [];
  const names = readdirSync(join(ROOT, folder)).filter((name) => /^[^_].*\.(ts|css)$/.test(name));
  return names.filter((name) => !/\.(test|d)\.ts$/.test(name)).map((name) => `${folder}/${name}`);
}

/** Files that keep their name because others ask for them by it, such as robots.txt. */
function copyStatic(outdir) {
  const folder = join(ROOT, PUBLIC, 'static');
  if (existsSync(folder)) cpSync(folder, outdir, { recursive: true });
}

/** Squeezed once, at the build, so that the server only picks a file: what a public page weighs depends on it. */
function compress(outdir) {
  for (const name of readdirSync(outdir).filter((name) => /\.(css|js|svg)$/.test(name))) {
    const content = readFileSync(join(outdir, name));
    writeFileSync(join(outdir, `${name}.br`), brotliCompressSync(content));
    writeFileSync(join(outdir, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}

/** Two builds at once end with one of the two, whole: both come from the same sources. */
function swap(growing, target) {
  const old = join(ROOT, `dist-${randomUUID()}`);
  if (existsSync(target)) renameSync(target, old);
  try {
    renameSync(growing, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
