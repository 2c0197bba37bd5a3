import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reduceGovukCss } from '../../../bin/reduce-govuk-css.mjs';

test('the reduced stylesheet belongs to the installed govuk-frontend: else run node bin/reduce-govuk-css.mjs', () => {
  expect(readFileSync(new URL('./parts/govuk.css', import.meta.url), 'utf8')).toBe(reduceGovukCss());
});

test('nothing of it belongs to GOV.UK alone', () => {
  expect(reduceGovukCss()).not.toMatch(/GDS Transport|crown[^ ]*\{|@font-face/i);
});
