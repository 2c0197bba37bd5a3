import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ATTRIBUTIONS } from './attributions.ts';

const page = readFileSync(new URL('../../../docs/data-sources.md', import.meta.url), 'utf8');

test('every attribution stands on the page of data sources, word for word, with its licence', () => {
  for (const { text, licenceUrl } of Object.values(ATTRIBUTIONS)) {
    expect(page).toContain(`- **Attribution**: ${text}\n`);
    expect(page).toContain(licenceUrl);
  }
});
