import { LEGAL_CALENDARS, REFERENCE_KINDS, type ReferenceKind } from '#modules/councils';
import { oneOf } from './did-you-mean.ts';
import { SLUG_LISTS } from './folder-files.ts';
import type { Problem } from './problem.ts';
import type { FolderFiles, ReadFile } from './read-files.ts';
import { pointersIn } from './schema-walk.ts';

/** Every slug that points to something must name a thing that is there. */
export function checkReferences(files: FolderFiles): Problem[] {
  const known = knownSlugs(files);
  const all: readonly ReadFile<unknown>[] = [...Object.values(files.top), ...files.services];
  return all.filter(({ value }) => value !== undefined).flatMap((file) => dangling(file, known));
}

/** No two things of a list may have the same slug, nor a team and a partner: a job names either. */
export function checkDuplicates(files: FolderFiles): Problem[] {
  const { source } = files.top['teams.yaml'];
  const teams = slugsIn(source.value, 'teams');
  const shared = slugsIn(source.value, 'partners').flatMap((slug, index) =>
    slug !== null && teams.includes(slug)
      ? [source.problemAt(['partners', index, 'slug'], `slug "${slug}" is a team's already`, 'another slug')]
      : [],
  );
  return [...shared, ...twiceInAList(files)];
}

function twiceInAList(files: FolderFiles): Problem[] {
  return SLUG_LISTS.flatMap(({ file, list }) => {
    const { source } = files.top[file];
    const slugs = slugsIn(source.value, list);
    return slugs.flatMap((slug, index) =>
      slug !== null && slugs.indexOf(slug) < index
        ? [
            source.problemAt(
              [list, index, 'slug'],
              `slug "${slug}" is used twice`,
              `another slug: it stands at ${list} ${slugs.indexOf(slug) + 1} already`,
            ),
          ]
        : [],
    );
  });
}

/** Null where the file that lists them cannot be read: one broken file is one problem, not one at every use. */
type KnownSlugs = Readonly<Record<ReferenceKind, readonly string[] | null>>;

/** The slugs are read from files of any shape that is YAML, so that one mistake is not reported again at every use. */
function knownSlugs(files: FolderFiles): KnownSlugs {
  const inLists = (kind: ReferenceKind) => {
    const lists = SLUG_LISTS.filter((entry) => entry.kind === kind);
    if (lists.some(({ file }) => files.top[file].source.value == null)) return null;
    return lists.flatMap(({ file, list }) =>
      slugsIn(files.top[file].source.value, list).filter((slug) => slug !== null),
    );
  };
  const found = Object.fromEntries(REFERENCE_KINDS.map((kind) => [kind, inLists(kind)])) as KnownSlugs;
  return {
    ...found,
    calendar: found.calendar && [...found.calendar, ...LEGAL_CALENDARS],
    service: files.services.map(({ source }) => fileSlug(source.name)),
    template: files.templates.map(({ slug }) => slug),
  };
}

export const fileSlug = (path: string): string => path.replace(/^.*[\\/]/, '').replace(/\.[a-z]+$/, '');

function slugsIn(value: unknown, list: string): (string | null)[] {
  const items: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, list) : [];
  if (!Array.isArray(items)) return [];
  return items.map((item: unknown) => {
    const slug: unknown = typeof item === 'object' && item !== null ? Reflect.get(item, 'slug') : null;
    return typeof slug === 'string' ? slug : null;
  });
}

function dangling({ source, schema, value }: ReadFile<unknown>, all: KnownSlugs): Problem[] {
  return pointersIn(schema, value).flatMap(({ to, slug, path }) => {
    const known = all[to];
    if (known === null || known.includes(slug)) return [];
    return [source.problemAt(path, `${to.replace('-', ' ')} "${slug}" is not known`, oneOf(slug, known))];
  });
}
