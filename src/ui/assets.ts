import { readFileSync } from 'node:fs';

/** Where a build leaves the list of files: beside the bundled server, over its chunks, or in `dist` when run from source. */
const MANIFESTS = [
  new URL('./public/manifest.json', import.meta.url),
  new URL('../public/manifest.json', import.meta.url),
  new URL('../../dist/public/manifest.json', import.meta.url),
];

let built: Readonly<Record<string, string>> | undefined;

/**
 * The address of a built file, with its content hash, so that a browser may keep it for a year.
 *
 * @param name as in the source: `public.css`, `public.js`. Before a build the plain name is used.
 */
export function assetUrl(name: string): string {
  built ??= readManifest();
  return `/assets/${built[name] ?? name}`;
}

function readManifest(): Readonly<Record<string, string>> {
  for (const manifest of MANIFESTS) {
    try {
      return JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>;
    } catch {
      // Not built yet, or built elsewhere: the next place, then plain names.
    }
  }
  return {};
}
