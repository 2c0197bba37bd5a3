import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { type ComponentChildren, h, type VNode } from 'preact';
import { describe, expect, test } from 'vitest';
import { type Attrs, type Part, renderFragment } from '#ui';

/** The options of a fixture: whatever GOV.UK's macros take, so only a test may read them. */
export type Options = Readonly<Record<string, unknown>> & { readonly [text: string]: unknown };

interface Fixture {
  name: string;
  options: Options;
  html: string;
}

const HOME = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));

interface Contract {
  /** Our component with the props that mean the same as the options. */
  render: (options: Options) => VNode;
  /** Fixtures that our typed props cannot say, each with the reason. A fixture that is gone makes the test fail. */
  leftOut?: Readonly<Record<string, string>>;
  /** Take out of both sides what is GOV.UK's own, such as the crown. */
  without?: (markup: string) => string;
}

/** Hold a component to every fixture that govuk-frontend ships for it: an upgrade shows each change of markup. */
export function contract(component: string, { render, leftOut = {}, without = (markup) => markup }: Contract): void {
  const fixtures = read(component);
  describe(`${component} prints the markup of govuk-frontend`, () => {
    for (const { name, options, html } of fixtures.filter((fixture) => !(fixture.name in leftOut))) {
      test(`as in the fixture “${name}”`, () => {
        expect(normalise(without(renderFragment(render(options))))).toEqual(normalise(without(html)));
      });
    }
    test('and every fixture that is left out still exists', () => {
      expect(fixtures.map((fixture) => fixture.name)).toEqual(expect.arrayContaining(Object.keys(leftOut)));
    });
  });
}

function read(component: string): readonly Fixture[] {
  const file = join(HOME, 'dist/govuk/components', component, 'fixtures.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] }).fixtures;
}

/** Markup as lines: order of attributes and classes, and space between elements, mean nothing. */
function normalise(markup: string): string[] {
  return parseFragment(markup).childNodes.flatMap((node) => lines(node, ''));
}

function lines(node: Tree.ChildNode, indent: string): string[] {
  if ('value' in node) {
    const text = node.value.replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [`${indent}${text}`];
  }
  if (!('tagName' in node)) return [];
  const attributes = node.attrs
    .map(({ name, value }) => `${name}="${name === 'class' ? sorted(value) : value.trim()}"`)
    .sort();
  const open = `${indent}<${[node.tagName, ...attributes].join(' ')}>`;
  return [open, ...mergeText(node.childNodes).flatMap((child) => lines(child, `${indent}  `))];
}

function mergeText(nodes: Tree.ChildNode[]): Tree.ChildNode[] {
  return nodes.filter((node) => node.nodeName !== '#comment');
}

function sorted(classes: string): string {
  return classes.split(/\s+/).filter(Boolean).sort().join(' ');
}

// ── Reading options ──

export function text(options: Options, key: string): string | undefined {
  return print(options[key]);
}

/** As Nunjucks prints it; absent where it prints nothing. */
function print(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? value.toString() : undefined;
}

export function flag(options: Options, key: string): boolean | undefined {
  const found = options[key];
  return typeof found === 'boolean' ? found : undefined;
}

export function count(options: Options, key: string): number | undefined {
  const found = print(options[key]);
  return found === undefined ? undefined : Number(found);
}

export function inner(options: Options, key: string): Options {
  return (options[key] ?? {}) as Options;
}

export function has(options: Options, key: string): boolean {
  return Boolean(options[key]);
}

/** The entries of a list that are there: GOV.UK's macros skip the falsy ones. */
export function list(options: Options, key: string): Options[] {
  return ((options[key] ?? []) as (Options | null | false | '')[]).filter((item): item is Options => Boolean(item));
}

/** Words from `text` or `html`; ours take children for both. */
export function words(options: Options, prefix = ''): ComponentChildren {
  const html = prefix ? options[`${prefix}Html`] : options['html'];
  const plain = prefix ? options[`${prefix}Text`] : options['text'];
  return html ? children(print(html) ?? '') : (plain as string | undefined);
}

export function part(options: Options, key?: string): Part | undefined {
  const found = key === undefined ? options : (options[key] as Options | undefined);
  if (!found) return undefined;
  return { text: words(found), class: text(found, 'classes'), attrs: attrs(found) };
}

/** Extra attributes, as GOV.UK's macros would print them. */
export function attrs(options: Options, key = 'attributes'): Attrs | undefined {
  const found = options[key] as Options | undefined;
  if (!found) return undefined;
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, attributeValue(value)]));
}

function attributeValue(value: unknown): string | true | undefined {
  if (typeof value === 'object' && value !== null && 'value' in value) {
    const optional = 'optional' in value && value.optional === true;
    if (!optional) return attributeValue(value.value);
    if (value.value === true) return true;
    return value.value === undefined || value.value === null || value.value === false ? undefined : print(value.value);
  }
  return value === undefined || value === null ? '' : print(value);
}

/** Markup as elements, so that a component that takes no raw markup can still be given a fixture's. */
export function children(html: string): ComponentChildren {
  return parseFragment(html).childNodes.map(toNode);
}

function toNode(node: Tree.ChildNode): ComponentChildren {
  if ('value' in node) return node.value;
  if (!('tagName' in node)) return null;
  const props = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return h(node.tagName, props, node.childNodes.map(toNode));
}

/** Label, hint, error and frame: the same options for every field. */
export function field(options: Options) {
  const label = inner(options, 'label');
  const error = inner(options, 'errorMessage');
  return {
    id: text(options, 'id'),
    name: text(options, 'name') ?? '',
    label: { ...part(label), text: words(label), isPageHeading: flag(label, 'isPageHeading') },
    hint: part(options, 'hint'),
    error: has(options, 'errorMessage')
      ? { ...part(error), text: words(error), prefix: text(error, 'visuallyHiddenText') }
      : undefined,
    group: group(options),
    describedBy: text(options, 'describedBy'),
    disabled: flag(options, 'disabled'),
    class: text(options, 'classes'),
    attrs: attrs(options),
  };
}

function group(options: Options) {
  const formGroup = inner(options, 'formGroup');
  const around = (side: string) => {
    const found = (formGroup[`${side}Input`] ?? formGroup[`${side}Inputs`]) as Options | undefined;
    return found ? words(found) : undefined;
  };
  return {
    class: text(formGroup, 'classes'),
    attrs: attrs(formGroup),
    before: around('before'),
    after: around('after'),
  };
}

export function fieldset(options: Options) {
  const found = options['fieldset'] as Options | undefined;
  if (!found) return {};
  const legend = inner(found, 'legend');
  return {
    legend: legendPart(legend),
    fieldset: { class: text(found, 'classes'), attrs: attrs(found), describedBy: text(found, 'describedBy') },
  };
}

export function legendPart(legend: Options) {
  const shown = words(legend);
  return shown
    ? { text: shown, class: text(legend, 'classes'), isPageHeading: flag(legend, 'isPageHeading') }
    : undefined;
}

/** A choice of radios or checkboxes, or the word between two. */
export function choice(item: Options) {
  if (has(item, 'divider')) return { divider: print(item['divider']) ?? '' };
  const label = inner(item, 'label');
  const { html } = inner(item, 'conditional');
  return {
    id: text(item, 'id'),
    value: text(item, 'value') ?? '',
    text: words(item),
    label: { class: text(label, 'classes'), attrs: attrs(label) },
    hint: part(item, 'hint'),
    checked: flag(item, 'checked'),
    disabled: flag(item, 'disabled'),
    conditional: html ? children(print(html) ?? '') : undefined,
    attrs: attrs(item),
  };
}
