import { expect, test } from 'vitest';
import { compileForm } from './compile-form.ts';
import { formSchema } from './form-schema.ts';
import { walk } from './walk.ts';

test('a result that hangs on a question in the middle of a step that is passed over is told all the same', () => {
  const form = compileForm(
    formSchema.parse({
      steps: [
        { id: 'first', title: 'First', questions: [{ id: 'empty', kind: 'yes-no', label: 'Is it empty?' }] },
        {
          id: 'second',
          title: 'Second',
          showIf: { question: 'empty', is: true },
          questions: [
            { id: 'why', kind: 'text', label: 'Why?' },
            { id: 'how-long', kind: 'text', label: 'How long?' },
          ],
        },
      ],
      outcomes: [
        { id: 'over', when: 'answered.empty && !empty && why == ""', title: 'Over', reason: ['Nothing to do.'] },
      ],
    }),
  );
  expect(form.problems).toEqual([]);
  expect(walk(form, { answers: { empty: false }, today: '2026-11-24' }).outcome?.id).toBe('over');
  expect(walk(form, { answers: { empty: true }, today: '2026-11-24' }).outcome).toBeNull();
});
