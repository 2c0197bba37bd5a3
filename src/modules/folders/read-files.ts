import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { type MessageTemplate, templateHeadSchema } from '#modules/councils';
import { type ServiceDefinition, serviceSchema } from '#modules/services';
import { checkShape } from './check-shape.ts';
import { nearest } from './did-you-mean.ts';
import { FILE_NAMES, FILE_SCHEMAS, type FileName, SUBFOLDERS, WHEN_LEFT_OUT } from './folder-files.ts';
import type { Problem } from './problem.ts';
import { readYaml, type SourceFile } from './source-file.ts';

/** A file with its value in the right shape; `value` is undefined where it has another. */
export interface ReadFile<T> {
  readonly source: SourceFile;
  readonly schema: z.ZodType<T>;
  readonly value: T | undefined;
}

export type TopFiles = { readonly [Name in FileName]: ReadFile<z.output<(typeof FILE_SCHEMAS)[Name]>> };

/** What was read, right or wrong, with the problems of shape; the later checks look only at what has its shape. */
export interface FolderFiles {
  readonly dir: string;
  readonly top: TopFiles;
  readonly services: readonly ReadFile<ServiceDefinition>[];
  readonly templates: readonly (ReadFile<TemplateHead> & { slug: string; body: string; bodyLine: number })[];
  readonly problems: Problem[];
}

type TemplateHead = Omit<MessageTemplate, 'slug' | 'body'>;

/** Read every file of a council's folder and check each one's shape. */
export async function readFiles(dir: string): Promise<FolderFiles> {
  const problems: Problem[] = await strayFiles(dir);
  const take = async <T>(name: string, schema: z.ZodType<T>): Promise<ReadFile<T>> => {
    const path = join(dir, name);
    const leftOut = FILE_NAMES.flatMap((known) => (known === name ? (WHEN_LEFT_OUT[known] ?? []) : []))[0] ?? null;
    const text = await readFile(path, 'utf8').catch(() => leftOut);
    if (text === null) problems.push(missing(path));
    return shaped(readYaml(path, text ?? ''), schema, text === null ? [] : problems);
  };
  const top = Object.fromEntries(
    await Promise.all(FILE_NAMES.map(async (name) => [name, await take(name, FILE_SCHEMAS[name] as z.ZodType)])),
  ) as TopFiles;
  const serviceNames = await namesIn(dir, 'services');
  const services = await Promise.all(serviceNames.map((name) => take(join('services', name), serviceSchema)));
  const templates = await readTemplates(dir, problems);
  return { dir, top, services, templates, problems };
}

function shaped<T>(source: SourceFile, schema: z.ZodType<T>, problems: Problem[]): ReadFile<T> {
  const { value, problems: found } = checkShape(source, schema);
  problems.push(...found);
  return { source, schema, value };
}

const missing = (file: string): Problem => ({
  file,
  line: 1,
  column: 1,
  problem: 'the file is missing',
  expected: 'a file of this name (docs/how-to/a-council-is-a-folder.md)',
});

const HEAD = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/;

async function readTemplates(dir: string, problems: Problem[]): Promise<FolderFiles['templates']> {
  const names = await namesIn(dir, 'templates');
  return Promise.all(
    names.map(async (name) => {
      const path = join(dir, 'templates', name);
      const text = await readFile(path, 'utf8');
      const head = HEAD.exec(text);
      const source = readYaml(path, head?.[1] ?? '', 1);
      if (!head) problems.push(noHead(path));
      const body = text.slice(head?.[0].length ?? 0);
      const bodyLine = 1 + (head?.[0].split('\n').length ?? 1) - 1;
      if (head && body.trim() === '')
        problems.push({
          ...noHead(path),
          line: bodyLine,
          problem: 'the message is empty',
          expected: 'the words of the message under the head',
        });
      return {
        ...shaped(source, templateHeadSchema, head ? problems : []),
        slug: basename(name, '.md'),
        body,
        bodyLine,
      };
    }),
  );
}

const noHead = (file: string): Problem => ({
  file,
  line: 1,
  column: 1,
  problem: 'there is no head',
  expected: 'a line "---", then subject, channels and when, then a line "---"',
});

async function namesIn(dir: string, folder: keyof typeof SUBFOLDERS): Promise<string[]> {
  const names = await readdir(join(dir, folder)).catch(() => []);
  return names.filter((name) => name.endsWith(SUBFOLDERS[folder])).sort();
}

/** Files that would be passed over in silence: a `.yml`, a misspelt name. */
async function strayFiles(dir: string): Promise<Problem[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name !== 'README.md')
    .map((entry) => ({
      path: join(entry.parentPath, entry.name),
      folder: basename(entry.parentPath),
      name: entry.name,
    }))
    .filter(({ path, folder, name }) => !isKnown(dir, path, folder, name))
    .map(({ path, name }) => stray(path, name));
}

function isKnown(dir: string, path: string, folder: string, name: string): boolean {
  if (path === join(dir, name)) return FILE_NAMES.some((known) => known === name);
  const ending = Object.entries(SUBFOLDERS).find(([known]) => known === folder)?.[1];
  return ending !== undefined && path === join(dir, folder, name) && name.endsWith(ending);
}

function stray(file: string, name: string): Problem {
  const meant = nearest(name, FILE_NAMES);
  const expected = `a file of the council's folder${meant === null ? '' : ` (did you mean "${meant}"?)`}`;
  return { file, line: 1, column: 1, problem: 'this file would not be read', expected };
}
