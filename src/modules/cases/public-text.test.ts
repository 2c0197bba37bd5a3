import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseService } from './case-service.ts';
import { publicTextFor, withoutPersonalData } from './public-text.ts';

const service = {
  visibility: 'public',
  questions: [
    { id: 'what', kind: 'long-text', label: { en: 'Describe it' }, publish: true, options: [] },
    { id: 'who', kind: 'text', label: { en: 'Who did it?' }, publish: false, options: [] },
  ],
} as unknown as CaseService;
const published = (what: string, names: string[] = []) => publicTextFor(service, { what, who: 'Number 9' }, names);

describe('the public text of a report', () => {
  test.each([
    ['write to me at kay.lewis@example.org please', 'write to me at [removed] please'],
    ['ring 07700 900123 or 0208 496 0123', 'ring [removed] or [removed]'],
    ['ring +44 7700 900 123.', 'ring [removed].'],
    ['outside 14 Elm Road, RM17 5AA', 'outside [removed]'],
    ['by Flat 2, 14 Elm Road RM17 5AA again', 'by [removed] again'],
    ['card 4929 1234 5678 9012', 'card [removed]'],
    ['I am Kay, Kay Lewis.', 'I am [removed], [removed].'],
    ['A hole since 2024 near RM17 5AA, 30 cm deep', 'A hole since 2024 near RM17 5AA, 30 cm deep'],
  ])('of "%s" is "%s"', (typed, expected) => {
    expect(published(typed, ['Kay Lewis']).publicText).toBe(expected);
  });

  test.each([
    'see https://example.org/x',
    'my neighbour did it',
    'Mr Jones threw it',
    'van AB12 CDE',
    'account 1234567',
    '9, the end one, RM17 5AA',
  ])('waits for a person where no rule can judge: %s', (typed) => {
    expect(published(typed).publicState).toBe('to-review');
  });

  test('holds nothing of an answer that is not to be published', () => {
    expect(published('A hole')).toEqual({ publicText: 'A hole', publicState: 'public' });
  });

  test('of a private service is nothing at all', () => {
    const bins = { ...service, visibility: 'private' as const };
    expect(publicTextFor(bins, { what: 'My bin' }, [])).toEqual({ publicText: null, publicState: 'private' });
  });

  test('never holds an email address or a mobile number, wherever it stands', () => {
    const local = fc.stringMatching(/^[a-z][a-z0-9.]{0,10}[a-z]$/);
    const digits = fc.stringMatching(/^07\d{9}$/);
    fc.assert(
      fc.property(fc.string(), local, digits, fc.string(), (before, name, mobile, after) => {
        const text = withoutPersonalData(`${before} ${name}@example.org, ${mobile} ${after}`, []);
        expect(text).not.toContain(`${name}@example.org`);
        expect(text).not.toContain(mobile);
      }),
    );
  });
});
