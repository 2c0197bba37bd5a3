import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { brandCss, checkBrand, contrastRatio } from './brand.ts';

test('black on white is the most there is', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastRatio('#ffffff', '#ffffff')).toBe(1);
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('our own brand passes its own check', () => {
  expect(checkBrand({})).toEqual([]);
});

test('a brand that is hard to read is refused, with the pair and what it needs', () => {
  expect(checkBrand({ brand: '#1d70b8' })).toEqual([{ pair: 'onBrand on brand', ratio: 5.1, needed: 7 }]);
});

test('a colour that is not a colour cannot reach the stylesheet', () => {
  expect(() => brandCss({ link: 'red}body{display:none' })).toThrow(/six digits/);
});

test('the stylesheet of a brand changes the brand and leaves dark settings alone', () => {
  const css = brandCss({ brand: '#004d40', link: '#00363a' });
  expect(css).toContain('--fd-teal:#004d40');
  expect(css).toMatch(/prefers-color-scheme:light[\s\S]*--fd-link:#00363a/);
});

const PAIRS = [
  ['ink', 'paper sand mist surface info-ground'],
  ['mute', 'paper sand mist surface'],
  ['link', 'paper sand mist surface'],
  ['visited', 'paper sand mist surface'],
  ['on-tide', 'tide teal'],
  ['on-danger', 'danger danger-hover'],
  ['kept', 'kept-ground paper'],
  ['warn', 'warn-ground'],
  ['error', 'error-ground paper sand mist'],
  ['info', 'info-ground paper'],
  ['waiting', 'waiting-ground'],
  ['focus-ink', 'focus'],
] as const;

test.each(['light', 'dark'] as const)('every pair of words and ground reaches 7:1 in the %s colours', (scheme) => {
  const colours = tokens(scheme);
  const tooClose = PAIRS.flatMap(([words, grounds]) =>
    grounds.split(' ').flatMap((ground) => {
      const ratio = contrastRatio(colours[words] ?? '', colours[ground] ?? '');
      return ratio < 7 ? [`${words} on ${ground}: ${ratio.toFixed(2)}`] : [];
    }),
  );
  expect(tooClose).toEqual([]);
});

test.each(['light', 'dark'] as const)('the border of a control reaches 3:1 in the %s colours', (scheme) => {
  const colours = tokens(scheme);
  for (const ground of ['paper', 'sand', 'mist']) {
    expect(contrastRatio(colours['line'] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(3);
  }
});

/** The colours of tokens.css as a browser would see them. */
function tokens(scheme: 'light' | 'dark'): Record<string, string> {
  const css = readFileSync(new URL('./css/parts/tokens.css', import.meta.url), 'utf8');
  const [light = '', dark = ''] = css.split(/@media/);
  const read = (block: string) =>
    [...block.matchAll(/--fd-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]);
  return Object.fromEntries([...read(light), ...(scheme === 'dark' ? read(dark) : [])]) as Record<string, string>;
}
