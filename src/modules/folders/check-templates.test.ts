import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemsOf } from '#test/council-check';
import { CouncilCopy } from '#test/council-copy';

let council: CouncilCopy;

beforeEach(async () => {
  council = await CouncilCopy.make();
});
afterEach(() => council.remove());

describe('a fault of a message is found', () => {
  test('an unknown word in the text, at its line and column', async () => {
    await council.plant(
      'templates/received.md',
      '\n\nYour reference is {{reference}}',
      '\n\nYour reference is {{refrence}}',
    );

    const place = await council.placeOf('templates/received.md', '{{refrence}}');
    expect(await problemsOf(council.dir)).toEqual([
      expect.stringMatching(new RegExp(`^${place} \\{\\{refrence\\}\\} is not known.*did you mean "reference"`)),
    ]);
  });

  test('an unknown word in the head', async () => {
    await council.plant('templates/received.md', 'We have your report {{reference}}', 'We have your report {{ref}}');

    expect((await problemsOf(council.dir)).join()).toMatch(/templates\/received\.md:2:1 \{\{ref\}\} is not known/);
  });

  test('a closing message that nobody signs', async () => {
    await council.plant(
      'templates/done.md',
      '{{officer}}, {{officerTitle}}\n{{team}}\n{{inbox}}',
      '{{team}}\n{{inbox}}',
    );

    expect((await problemsOf(council.dir)).join()).toMatch(/a closing message does not mention \{\{officer\}\}/);
  });

  test('a closing letter on paper that nobody signs', async () => {
    await council.plant('templates/done.md', '{{officer}}, {{officerTitle}}\n  {{team}}\n---', '{{team}}\n---');

    expect((await problemsOf(council.dir)).join()).toMatch(/a closing letter does not mention \{\{officer\}\}/);
  });

  test('no words for a letter, where the message may be one', async () => {
    await council.plant('templates/accepted.md', 'channels: [email, sms]', 'channels: [email, letter]');

    expect((await problemsOf(council.dir)).join()).toMatch(/accepted\.md:3:\d+ there are no words for a letter/);
  });

  test('no words for a text message', async () => {
    await council.plant('templates/done.md', /sms: .*\n/, '');

    expect((await problemsOf(council.dir)).join()).toMatch(/there are no words for a text message/);
  });

  test('a message without a head', async () => {
    await writeFile(join(council.dir, 'templates/done.md'), 'It is done.');

    expect((await problemsOf(council.dir)).join()).toMatch(/templates\/done\.md:1:1 there is no head/);
  });
});
