// What can be decided without a person, and what cannot. The bill is invented: a real system knows the account.
const BILL_PENCE = 195_000;
const DISCOUNT = 0.25;

/**
 * Decide a hand-over. `answers` are by the ids of the service's questions; the codes of the reasons are those of its
 * `decision`. What is not simple gets a reference and waits for an officer.
 *
 * @returns result, reasons, evidence, amount and from, as far as there are any
 */
export function decide({ service, answers, timestamp }) {
  const rule = RULES[service.slug];
  return rule ? rule(answers, timestamp) : {};
}

const RULES = {
  'council-tax-single-person-discount': (answers) => {
    if (Number(answers.adults) === 1) {
      return {
        result: 'granted',
        reasons: [{ code: 'only-adult', words: 'You are the only adult in your home.' }],
        amount: { pence: BILL_PENCE * DISCOUNT, per: 'year' },
        ...from(answers.since),
      };
    }
    return needs(
      'does-not-count',
      'Something that shows why the other adult does not count, such as a letter from the college',
    );
  },

  'council-tax-move': (answers) => {
    if (answers.direction === 'out') {
      return {
        result: 'granted',
        reasons: [
          {
            code: 'account-ended',
            words: 'You do not have to pay council tax for your old home after the day of your move.',
          },
        ],
        ...from(answers.day),
      };
    }
    if (answers.direction === 'in' || answers.direction === 'within') {
      return {
        result: 'granted',
        reasons: [
          { code: 'account-opened', words: 'You have to pay council tax for this home from the day of your move.' },
        ],
        ...from(answers.day),
      };
    }
    return {};
  },

  'council-tax-exemption': (answers) => {
    const kind = answers['class-lived-in'] ?? answers['class-empty'];
    // Class F: nothing is paid until probate, and nobody has to show anything for it.
    if (kind === 'f' && answers.probate !== true) {
      return {
        result: 'granted',
        reasons: [{ code: 'class-fits', words: 'The home is on the list of homes for which nothing has to be paid.' }],
        ...from(answers.since),
      };
    }
    if (kind === undefined) return {};
    return needs(
      PIECES[kind] ?? kind,
      'Something that shows why nothing has to be paid, such as a letter from the college, doctor or care home',
    );
  },
};

// The pieces of evidence that the service lists, by class: asked for under their ids, they are those very pieces.
const PIECES = {
  n: 'students',
  m: 'students',
  u: 'doctor',
  f: 'death',
  e: 'empty',
  i: 'empty',
  j: 'empty',
  d: 'empty',
};

const needs = (code, words) => ({ result: 'needs-evidence', evidence: [{ code, words }] });

const from = (day) => (/^\d{4}-\d{2}-\d{2}$/.test(day ?? '') ? { from: day } : {});
