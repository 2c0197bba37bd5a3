import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, type Answers, groupItems } from './answers.ts';
import { compileForm, type Form } from './compile-form.ts';
import { askBefore, submittedAnswers, withAnswers, withMore, withoutItem } from './flow.ts';
import { type FormDefinition, formSchema } from './form-schema.ts';
import type { Question } from './question-schema.ts';
import { ruleName } from './rules.ts';
import { type Ask, walk } from './walk.ts';

const today = '2026-11-24';
const KINDS = ['yes-no', 'text', 'number', 'choice'] as const;

/**
 * Definitions as a council could write them: steps that repeat or stand on one page, questions that hang on any earlier
 * one by a plain condition or a rule, values that divide by what was answered, results that end the form.
 */
const definitions: fc.Arbitrary<FormDefinition> = fc
  .array(
    fc.record({
      repeats: fc.boolean(),
      together: fc.boolean(),
      questions: fc.array(
        fc.record({
          kind: fc.constantFrom(...KINDS),
          hangsOn: fc.option(fc.nat(9)),
          byRule: fc.boolean(),
          is: fc.boolean(),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .chain((steps) => fc.tuple(fc.constant(steps), fc.option(fc.nat(9)), fc.boolean()))
  .map(([drafts, endsOn, mayGoOn]) => {
    const asked: { id: string; kind: string; at: number }[] = [];
    let count = 0;
    const steps = drafts.map(({ repeats, together, questions }, at) => ({
      id: `s${at}`,
      title: `Step ${at}`,
      together,
      ...(repeats && { repeat: { each: 'person', more: 'Another?', most: 3 } }),
      questions: questions.map(({ kind, hangsOn, byRule, is }) => {
        const before = asked.filter((one) => one.kind === 'yes-no' && !(together && one.at === at));
        const on = before[hangsOn ?? 99];
        const id = `q-${count++}`;
        const question = {
          id,
          kind,
          label: id,
          ...(kind === 'choice' && { options: ['a', 'b'].map((value) => ({ value, label: value })) }),
          ...(on && { showIf: byRule ? `${is ? '' : '!'}${ruleName(on.id)}` : { question: on.id, is } }),
        };
        if (!repeats) asked.push({ id, kind, at });
        return question;
      }),
    }));
    const numbers = asked.filter(({ kind }) => kind === 'number').map(({ id }) => ruleName(id));
    const ends = asked.filter(({ kind }) => kind === 'yes-no')[endsOn ?? 99];
    return formSchema.parse({
      steps,
      values: numbers.map((name, at) => ({ id: `v${at}`, is: `100 / ${name}` })),
      outcomes: ends ? [{ id: 'end', when: ruleName(ends.id), title: 'The end', reason: ['So it is'], mayGoOn }] : [],
    });
  });

interface Played {
  asked: string[];
  answers: Answers;
}

/** Answer whatever is asked until nothing is, tossing a coin for each answer and twice at most for "another". */
function play(form: Form, coins: readonly boolean[], answers: Answers = {}): Played {
  const asked: string[] = [];
  const told: string[] = [];
  let sofar = answers;
  for (let turn = 0; turn < 100; turn++) {
    const coin = coins[turn % coins.length] ?? false;
    const { next, outcome } = walk(form, { answers: sofar, today, told });
    if (outcome?.mayGoOn) told.push(outcome.id);
    else if (outcome || !next) return { asked, answers: sofar };
    else {
      asked.push(next.kind === 'more' ? `${next.key} ${groupItems(sofar[next.step.id]).length}` : next.key);
      sofar = next.kind === 'more' ? another(next, sofar, coin, turn) : withAnswers(next, sofar, answersTo(next, coin));
    }
  }
  throw new Error('the form never ends');
}

const another = (ask: Ask, answers: Answers, coin: boolean, turn: number): Answers =>
  withMore(ask, answers, coin && groupItems(answers[ask.step.id]).length < 3, `item-${turn}`);

const answersTo = ({ questions }: Ask, coin: boolean): Answers =>
  Object.fromEntries(questions.map((question) => [question.id, answerTo(question, coin)]));

function answerTo({ kind }: Question, coin: boolean): Answer {
  if (kind === 'yes-no') return coin;
  if (kind === 'number') return coin ? 5 : 0;
  return kind === 'choice' ? 'a' : 'words';
}

const coins = fc.array(fc.boolean(), { minLength: 7, maxLength: 31 });

describe('a form', () => {
  test('of any definition has no problem, ends on every path and asks nothing twice', () => {
    fc.assert(
      fc.property(definitions, coins, (definition, tosses) => {
        const form = compileForm(definition);
        expect(form.problems).toEqual([]);
        const { asked } = play(form, tosses);
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });

  test('leaves no stale answer in what is submitted, whichever answer is changed', () => {
    fc.assert(
      fc.property(definitions, coins, fc.nat(20), (definition, tosses, which) => {
        const form = compileForm(definition);
        const played = play(form, tosses);
        const { asks } = walk(form, { answers: played.answers, today });
        const changed = asks[which % asks.length];
        if (!changed || changed.kind === 'more') return;
        const flipped = withAnswers(changed, played.answers, answersTo(changed, tosses[0] !== true));
        const { answers } = play(
          form,
          tosses.map((toss) => !toss),
          flipped,
        );
        const after = walk(form, { answers, today, told: ['end'] });
        const shown = new Set(after.asks.flatMap(({ step, questions }) => [step.id, ...questions.map(({ id }) => id)]));
        const submitted = submittedAnswers(after);
        expect(Object.keys(submitted).filter((id) => !shown.has(id))).toEqual([]);
        for (const { step, item, questions } of after.asks) {
          if (item === null) continue;
          const kept = Object.keys(groupItems(submitted[step.id])[item]?.answers ?? {});
          const ofItem = after.asks
            .filter((ask) => ask.step === step && ask.item === item)
            .flatMap((ask) => ask.questions);
          expect(kept.filter((id) => !ofItem.some((question) => question.id === id))).toEqual([]);
          expect(questions.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('keeps every later answer that still holds when one is changed and changed back', () => {
    fc.assert(
      fc.property(definitions, coins, fc.nat(20), (definition, tosses, which) => {
        const form = compileForm(definition);
        const { answers } = play(form, tosses);
        const before = walk(form, { answers, today, told: ['end'] });
        const changed = before.asks[which % before.asks.length];
        if (!changed || changed.kind === 'more' || before.next) return;
        const same = Object.fromEntries(changed.questions.map(({ id }) => [id, before.held[id] ?? '']));
        if (changed.item !== null) return;
        const after = walk(form, { answers: withAnswers(changed, before.held, same), today, told: ['end'] });
        expect(after.held).toEqual(before.held);
      }),
    );
  });

  test('of a new version takes the answers of a draft of any other: it ends, and keeps none that it does not ask', () => {
    fc.assert(
      fc.property(definitions, definitions, coins, fc.nat(30), (before, after, tosses, turns) => {
        const old = compileForm(before);
        const { asked, answers } = play(old, tosses);
        // Left somewhere in the middle.
        const kept = Object.fromEntries(Object.entries(answers).slice(0, turns % (asked.length + 1)));
        const form = compileForm(after);
        const { answers: now } = play(form, tosses, kept);
        const ended = walk(form, { answers: now, today, told: ['end'] });
        const known = after.steps.flatMap(({ id, questions }) => [id, ...questions.map((question) => question.id)]);
        expect(Object.keys(submittedAnswers(ended)).filter((id) => !known.includes(id))).toEqual([]);
      }),
    );
  });

  test('under its own version finds every answer of a draft again, wherever it was left', () => {
    fc.assert(
      fc.property(definitions, coins, fc.nat(30), (definition, tosses, turns) => {
        const { answers } = play(compileForm(definition), tosses);
        const kept = Object.fromEntries(Object.entries(answers).slice(0, turns));
        // As the database gives it back, and the definition from its stored row.
        const again = compileForm(formSchema.parse(JSON.parse(JSON.stringify(definition))));
        const stored = JSON.parse(JSON.stringify(kept)) as Answers;
        expect(walk(again, { answers: stored, today }).held).toEqual(
          walk(compileForm(definition), { answers: kept, today }).held,
        );
      }),
    );
  });

  test('leads back page by page to its first', () => {
    fc.assert(
      fc.property(definitions, coins, (definition, tosses) => {
        const form = compileForm(definition);
        const stood = walk(form, { answers: play(form, tosses).answers, today });
        let ask: Ask | null = stood.asks.at(-1) ?? null;
        for (let turn = 0; ask; turn++) {
          expect(turn).toBeLessThan(stood.asks.length);
          ask = askBefore(stood, ask.key);
        }
      }),
    );
  });

  test('loses one person of several, and nobody else, when that one is taken away', () => {
    const form = compileForm(household);
    const ask = walk(form, { answers: three, today }).asks.find(({ kind }) => kind === 'more');
    if (!ask) throw new Error('nobody is asked for more');
    const after = withoutItem(ask, three, '2');
    expect(groupItems(walk(form, { answers: after, today }).held['people']).map(({ id }) => id)).toEqual(['1', '3']);
  });
});

const household = formSchema.parse({
  steps: [
    {
      id: 'people',
      title: 'Who lives with you',
      repeat: { each: 'person', more: 'Does anybody else live with you?' },
      questions: [
        { id: 'person-name', kind: 'name', label: 'Name' },
        { id: 'born', kind: 'date', label: 'Born' },
        { id: 'studies', kind: 'yes-no', label: 'Studies?', showIf: 'years(born, today) >= 18', onlyIf: 'adult' },
      ],
    },
    { id: 'money', title: 'Money', questions: [{ id: 'weekly', kind: 'money', label: 'A week' }] },
  ],
  values: [
    { id: 'adults', is: 'size(people.filter(p, years(p.born, today) >= 18 && !p.studies))', shown: 'number' },
    { id: 'each', is: 'weekly / adults', shown: 'money' },
  ],
  checks: [{ that: 'weekly < pounds(5000)', at: 'weekly', say: 'Enter what you have in one week' }],
  outcomes: [{ id: 'alone', when: 'adults == 1 && weekly > 0', title: 'Likely', reason: ['{{each}}'], mayGoOn: true }],
});
const one = (id: string, born: string, more: Answers = {}) => ({ id, answers: { 'person-name': id, born, ...more } });
const three: Answers = {
  people: [
    one('1', '1958-02-28', { studies: false }),
    one('2', '2015-05-05'),
    one('3', '2004-02-29', { studies: true }),
  ],
  'people.more': false,
};

describe('rules', () => {
  test('see the people of a step that repeats, and only those questions that were asked of each', () => {
    const { values, outcome } = walk(compileForm(household), { answers: { ...three, weekly: 30_000 }, today });
    expect(values).toEqual({ adults: 1n, each: 30_000n });
    expect(outcome?.id).toBe('alone');
  });

  test('that divide by nothing leave the value undecided and let the person go on', () => {
    const answers = { people: [one('1', '2020-01-01')], 'people.more': false, weekly: 100 };
    const { values, outcome, next } = walk(compileForm(household), { answers, today });
    expect(values).toEqual({ adults: 0n, each: null });
    expect([outcome, next]).toEqual([null, null]);
  });

  test('across answers send the person back to the question that says what to do', () => {
    const { next, problem } = walk(compileForm(household), { answers: { ...three, weekly: 600_000 }, today });
    expect([next?.key, problem?.say.en]).toEqual(['weekly', 'Enter what you have in one week']);
  });

  test('count birthdays as the law does: born on 29 February, 18 on 1 March of a year without one', () => {
    const form = compileForm(household);
    const on = (day: string) =>
      walk(form, { answers: { people: [one('1', '2008-02-29')] }, today: day }).asks.some(
        ({ key }) => key === 'studies',
      );
    expect([on('2026-02-28'), on('2026-03-01')]).toEqual([false, true]);
  });
});
