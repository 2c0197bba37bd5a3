/** The colours of a council, as `#rrggbb`. What is left out stays Frontdoor's own. */
export interface BrandTokens {
  /** Header and main button. */
  brand?: string | undefined;
  /** The same, when it is pressed or pointed at. */
  brandHover?: string | undefined;
  /** Words on both. */
  onBrand?: string | undefined;
  link?: string | undefined;
  visited?: string | undefined;
  /** Behind public pages. */
  ground?: string | undefined;
}

export interface BrandFault {
  /** Which two colours: "onBrand on brand". */
  pair: string;
  ratio: number;
  needed: number;
}

const DEFAULTS: Required<{ [token in keyof BrandTokens]: string }> = {
  brand: '#0a5566',
  brandHover: '#0b3c49',
  onBrand: '#ffffff',
  link: '#0b4a6f',
  visited: '#4b2c72',
  ground: '#f6f3ea',
};
const INK = '#14202b';
const MUTE = '#3f4c55';
const PAPER = '#ffffff';
const HEX = /^#[0-9a-f]{6}$/i;

/** WCAG 2.2 success criterion 1.4.6: 7:1 for text, 4.5:1 for large text (24 px, or 19 px bold). */
const TEXT = 7;
const LARGE_TEXT = 4.5;

/**
 * How far two colours are apart, 1 (the same) to 21 (black and white).
 *
 * @throws RangeError for anything but `#rrggbb`.
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrastRatio(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @returns every pair of a council's colours that is too close to be read; none means that the brand may be used. */
export function checkBrand(tokens: BrandTokens): BrandFault[] {
  const colours = complete(tokens);
  const { brand, brandHover, onBrand, link, visited, ground } = colours;
  const pairs: readonly [name: string, one: string, other: string, needed: number][] = [
    ['onBrand on brand', onBrand, brand, TEXT],
    ['onBrand on brandHover', onBrand, brandHover, TEXT],
    ['link on ground', link, ground, TEXT],
    ['link on white', link, PAPER, TEXT],
    ['visited on ground', visited, ground, TEXT],
    ['visited on white', visited, PAPER, TEXT],
    ['text on ground', INK, ground, TEXT],
    ['secondary text on ground', MUTE, ground, TEXT],
    ['brand on ground (large text)', brand, ground, LARGE_TEXT],
  ];
  return pairs.flatMap(([pair, one, other, needed]) => {
    const ratio = contrastRatio(one, other);
    return ratio < needed ? [{ pair, ratio: Math.floor(ratio * 10) / 10, needed }] : [];
  });
}

/**
 * The stylesheet of a council's colours, served as a file of its own because the CSP allows no style in a page.
 * Dark and high-contrast settings of a resident win over the brand, except for the header.
 *
 * @throws RangeError for anything but `#rrggbb`, so that nothing else can be written into the stylesheet.
 */
export function brandCss(tokens: BrandTokens): string {
  const { brand, brandHover, onBrand, link, visited, ground } = complete(tokens);
  for (const colour of [brand, brandHover, onBrand, link, visited, ground]) luminance(colour);
  return [
    `:root{--fd-tide:${brandHover};--fd-teal:${brand};--fd-on-tide:${onBrand}}`,
    '@media screen and (prefers-color-scheme:light) and (not (prefers-contrast:more)){',
    `:root{--fd-link:${link};--fd-visited:${visited};--fd-sand:${ground}}}`,
  ].join('\n');
}

function complete(tokens: BrandTokens): Record<keyof typeof DEFAULTS, string> {
  const given = Object.entries(tokens).filter(([, colour]) => colour !== undefined);
  return { ...DEFAULTS, ...(Object.fromEntries(given) as Partial<typeof DEFAULTS>) };
}

/** Relative luminance of sRGB, 0 to 1. */
function luminance(colour: string): number {
  if (!HEX.test(colour)) throw new RangeError(`Write the colour ${colour} as # and six digits, such as #0b3c49`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
