const EMAIL = /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:".]{2,}$/u;
const LONGEST = 254;

/** Whether it looks like an email address. Only a message that is answered shows that it is one. */
export function isEmail(typed: string): boolean {
  return typed.length <= LONGEST && EMAIL.test(typed);
}

/** What to do about one that does not. */
export const EMAIL_MESSAGE = 'Enter an email address with an @, like name@example.com';
