import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemsOf } from '#test/council-check';
import { CouncilCopy } from '#test/council-copy';
import { discountDecision, discountService } from '#test/discount';

const FILE = 'services/living-alone.yaml';
const { challenge, reasons } = discountDecision;
const REVIEW = { kind: 'review', words: 'Ask us to look again.', days: 30, standard: 'decision-looked-at-again' };

let council: CouncilCopy;

beforeEach(async () => {
  council = await CouncilCopy.make();
});
afterEach(() => council.remove());

/** What the check says of the service with these changes in how it is decided. YAML takes JSON as it is. */
async function problemsWith(changes: object): Promise<string[]> {
  const service = { ...discountService, decision: { ...discountDecision, ...changes } };
  await writeFile(join(council.dir, FILE), JSON.stringify(service, null, 2));
  return problemsOf(council.dir);
}

describe('how an application is decided', () => {
  test.each<[what: string, changes: object]>([
    ['as it stands', {}],
    ['with a review that has a clock', { challenge: REVIEW }],
    ['with nothing that can be done about it', { challenge: { kind: 'none', words: 'There is no appeal.' } }],
    ['by two officers', { officers: 2 }],
  ])('is right %s', async (_, changes) => {
    expect(await problemsWith(changes)).toEqual([]);
  });

  test.each<[what: string, changes: object, at: string, expected: RegExp]>([
    [
      'without a reason to refuse',
      { reasons: reasons.filter(({ id }) => id !== 'other-adult') },
      '"reasons": [',
      /no reason is for "refused": expected a reason with for: \[refused\]/,
    ],
    [
      'without a reason to grant',
      { reasons: reasons.filter(({ id }) => id !== 'only-adult') },
      '"reasons": [',
      /no reason is for "granted"/,
    ],
    ['with one reason twice', { reasons: [...reasons, reasons[0]] }, '"reasons": [', /id "only-adult" is used twice/],
    [
      'with a review that has no clock',
      { challenge: { ...REVIEW, standard: undefined } },
      '"kind": "review"',
      /the review has no clock: expected standard: the promise of a review/,
    ],
    [
      'with a clock that is not there',
      { challenge: { ...REVIEW, standard: 'decision-looked-at-agian' } },
      '"standard"',
      /"decision-looked-at-agian" is not known: .*did you mean "decision-looked-at-again"/,
    ],
    [
      'with a clock for a tribunal, which keeps its own',
      { challenge: { ...challenge, standard: 'decision-looked-at-again' } },
      '"standard"',
      /a challenge of kind "tribunal" has no review here: expected kind: review/,
    ],
    [
      'with a tribunal that nobody can find',
      { challenge: { ...challenge, to: undefined } },
      '"kind": "tribunal"',
      /nobody reads which tribunal it is: expected to: the name of the tribunal/,
    ],
    [
      'with the letter of another moment',
      { letters: { refused: 'received' } },
      '"refused": "received"',
      /template "received" is written for "received": expected a template with when: decision/,
    ],
    [
      'with a letter that is not there',
      { letters: { granted: 'recieved' } },
      '"granted": "recieved"',
      /template "recieved" is not known: .*did you mean "received"/,
    ],
  ])('is wrong %s, and the check says so where it stands', async (_, changes, at, expected) => {
    const [line = '', ...others] = await problemsWith(changes);
    const place = Number((await council.placeOf(FILE, at)).split(':')[1]);

    expect(others).toEqual([]);
    expect(line).toMatch(expected);
    const [, found] = /^services\/living-alone\.yaml:(\d+):\d+ /.exec(line) ?? [];
    expect(Number(found)).toBeGreaterThanOrEqual(place);
  });
});
