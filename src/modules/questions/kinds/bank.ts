import { hasParts } from '../answers.ts';
import type { KindOf } from './kind.ts';
import { line, taken, tooLong } from './kind.ts';

/**
 * A bank account: checked for its form alone, since only a bank knows whether it is there. The numbers are sealed
 * before they are stored; what may be shown is kept beside them (`shown`).
 */
export const bank: KindOf<'bank'> = {
  parts: () => ['holder', 'sort-code', 'account'],
  read: (_question, { parts = {} }) => {
    const holder = line(parts['holder']);
    const [sortCode, account] = ['sort-code', 'account'].map((name) => (parts[name] ?? '').replace(/[\s-]/g, ''));
    const errors: Record<string, string> = {
      ...(holder === '' && { holder: 'Enter the name on the account' }),
      ...(tooLong(holder, 100) !== null && { holder: 'Enter the name as it stands on the card' }),
      ...(!/^\d{6}$/.test(sortCode ?? '') && { 'sort-code': 'Enter a sort code of 6 digits, like 30 94 30' }),
      ...(!/^\d{6,8}$/.test(account ?? '') && { account: 'Enter an account number of 6 to 8 digits' }),
    };
    const [error] = Object.values(errors);
    if (error !== undefined) return { ok: false, error, parts: errors };
    return taken({ parts: { holder, 'sort-code': sortCode ?? '', account: (account ?? '').padStart(8, '0') } });
  },
  // The numbers are not shown again: whoever changes them types them anew.
  fields: (answer) => ({ holder: hasParts(answer) ? answer.parts['holder'] : '' }),
  say: (_question, answer) => (hasParts(answer) ? maskedAccount(answer.parts) : ''),
  shape: () => null,
  value: () => null,
};

/** "A Person, account ending 4321". */
export function maskedAccount(parts: Readonly<Record<string, string>>): string {
  const ending = parts['shown'] ?? parts['account']?.slice(-4) ?? '';
  return `${parts['holder'] ?? ''}, account ending ${ending}`;
}
