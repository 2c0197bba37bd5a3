/** Renders every example and the pages that matter into a folder, with their assets: `npx tsx test/gallery/write-gallery.tsx <folder>`. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { VNode } from 'preact';
import { PublicPage, renderPage } from '#ui';
import { page } from './council.ts';
import { deskPages } from './desk-pages.tsx';
import { publicPages } from './public-pages.tsx';

type Examples = Readonly<Record<string, VNode>>;

const out = resolve(process.argv[2] ?? 'data/gallery');
mkdirSync(join(out, 'assets'), { recursive: true });
const pages = { ...publicPages, ...deskPages, components: await components() };
for (const [name, vnode] of Object.entries(pages)) writeFileSync(join(out, `${name}.html`), renderPage(vnode));
await build({
  entryPoints: ['public', 'desk'].flatMap((kind) => [`src/ui/css/${kind}.css`, `src/ui/client/${kind}.ts`]),
  outdir: join(out, 'assets'),
  entryNames: '[name]',
  assetNames: '[name]',
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2020', 'safari15'],
  loader: { '.woff2': 'file' },
  logLevel: 'error',
});

/** One page with every example of every component. */
async function components(): Promise<VNode> {
  const sections = [];
  for (const name of readdirSync('src/ui/components').sort()) {
    const file = resolve('src/ui/components', name, 'examples.tsx');
    if (!existsSync(file)) continue;
    const module = (await import(file)) as Readonly<Record<string, Examples>>;
    sections.push(
      <Section key={name} name={name} examples={Object.assign({}, ...Object.values(module)) as Examples} />,
    );
  }
  return (
    <PublicPage {...page} title="Components" path="/gallery">
      <h1 class="govuk-heading-xl">Components</h1>
      {sections}
    </PublicPage>
  );
}

function Section({ name, examples }: { name: string; examples: Examples }) {
  return (
    <>
      <h2 class="govuk-heading-l">{name}</h2>
      {Object.entries(examples).map(([title, example]) => (
        <div key={title}>
          <h3 class="govuk-heading-s">{title}</h3>
          {example}
        </div>
      ))}
    </>
  );
}
