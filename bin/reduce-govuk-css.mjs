/**
 * Makes src/ui/css/parts/govuk.css from the stylesheet of govuk-frontend: only the components that src/ui has, no
 * fonts or crown that belong to GOV.UK, and every colour as a custom property of src/ui/css/parts/tokens.css.
 * Run it after an upgrade of govuk-frontend; a test says when it is due.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const KEPT = [
  'back-link body breadcrumbs button button-group caption character-count checkboxes date-input details',
  'error-message error-summary fieldset file-upload file-upload-button file-upload-wrapper footer form-group frontend-supported generic-header grid',
  'heading hint input inset-text label label-wrapper link list main-wrapper notification-banner pagination panel',
  'password-input phase-banner radios section-break select service-navigation skip-link summary-card summary-list',
  'table tabs tag task-list template textarea visually-hidden warning-text width-container',
]
  .join(' ')
  .split(' ');
/** Left out although their component is kept: GOV.UK's own signs, and the colours of tags, which are ours. */
const DROPPED = /crown|licence-logo|copyright-logo|govuk-table--small-text-until-tablet|image-fallback|govuk-tag--/;
const DROPPED_DECLARATIONS =
  /^(font-family|-webkit-font-smoothing|-moz-osx-font-smoothing|-webkit-text-decoration-skip)/;
/** Colours that govuk-frontend has not made custom properties, and our token for each. */
const COLOURS = {
  '#f3f3f3': 'var(--fd-surface)',
  '#fff': 'var(--fd-paper)',
  '#000': 'var(--fd-ink)',
  '#0b0c0c': 'var(--fd-ink)',
  '#484949': 'var(--fd-mute)',
  '#858686': 'var(--fd-line)',
  '#cecece': 'var(--fd-rule)',
  '#1d70b8': 'var(--fd-tide)',
  '#0f385c': 'var(--fd-info)',
  '#d2e2f1': 'var(--fd-info-ground)',
  '#f4f8fb': 'var(--fd-surface)',
  '#0f7a52': 'var(--fd-primary)',
  '#0b5c3e': 'var(--fd-primary-hover)',
  '#083d29': 'var(--fd-primary-edge)',
  '#ca3535': 'var(--fd-danger)',
  '#982828': 'var(--fd-danger-hover)',
  '#651b1b': 'var(--fd-danger-edge)',
};

/** @returns the text of govuk.css for the installed version. */
export function reduceGovukCss() {
  const home = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const source = readFileSync(join(home, 'dist/govuk/govuk-frontend.min.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const banner = `/* Made by bin/reduce-govuk-css.mjs from govuk-frontend ${version} (MIT, Crown copyright). Do not edit. */\n`;
  return banner + print(keep(parse(source)));
}

function parse(css) {
  const root = { children: [] };
  const open = [root];
  let text = '';
  for (const token of css.split(/([{}])/)) {
    const node = open.at(-1);
    if (token === '{') {
      const head = text.slice(text.lastIndexOf(';') + 1).trim();
      const child = { head, declarations: '', children: [] };
      node.children.push(child);
      open.push(child);
    } else if (token === '}') {
      node.declarations = text.trim();
      open.pop();
    }
    text = token === '{' || token === '}' ? '' : token;
  }
  return root.children;
}

function keep(nodes) {
  return nodes.flatMap((node) => {
    if (/^@(font-face|charset)/.test(node.head) || /not \(text-wrap|\\0|-ms-high/.test(node.head)) return [];
    if (node.head.startsWith('@media') || node.head.startsWith('@supports')) {
      const children = keep(node.children);
      return children.length > 0 ? [{ ...node, children }] : [];
    }
    const head = node.head
      .split(/,(?![^(]*\))/)
      .filter(isKept)
      .join(',');
    const declarations = node.declarations
      .split(/;(?![^(]*\))/)
      .filter(isOurs)
      .map(recolour)
      .join(';');
    return head && declarations ? [{ head, declarations, children: [] }] : [];
  });
}

function isKept(selector) {
  if (DROPPED.test(selector)) return false;
  const classes = selector.match(/\.govuk-[\w\\!-]+/g) ?? [];
  return classes.every(
    (name) => KEPT.some((kept) => blockOf(name) === kept) || /width-(full|one|two|three)/.test(name),
  );
}

/** `.govuk-heading-xl` is of `heading`, `.govuk-button--start` of `button`, `.govuk-tabs__tab` of `tabs`. */
function blockOf(name) {
  const block = name.slice('.govuk-'.length).split(/__|--/)[0];
  return block.replace(/^(heading|caption|body|list|grid|link)-.*/, '$1').replace(/^section-break.*/, 'section-break');
}

function isOurs(declaration) {
  return declaration !== '' && !DROPPED_DECLARATIONS.test(declaration) && !declaration.startsWith('--govuk');
}

function recolour(declaration) {
  return declaration
    .replace(/var\((--govuk-[\w-]+),[^()]*\)/g, 'var($1)')
    .replace(/#[0-9a-f]{3,8}\b/g, (colour) => COLOURS[colour] ?? colour);
}

function print(nodes, indent = '') {
  return nodes
    .map(({ head, declarations, children }) =>
      children.length > 0
        ? `${indent}${head} {\n${print(children, `${indent}  `)}${indent}}\n`
        : `${indent}${head} { ${declarations.replaceAll(';', '; ')} }\n`,
    )
    .join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../src/ui/css/parts/govuk.css', import.meta.url), reduceGovukCss());
}
