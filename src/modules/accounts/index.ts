import './tables.ts';

export {
  ACCOUNT_COOKIE,
  accountOf,
  dropAccount,
  keepAccount,
  readAccount,
} from './account-of.portal.ts';
export { accountOfToken } from './account-of-token.ts';
export { type Begun, endAccountSessions } from './account-session.ts';
export { type AccountActor, isAccount } from './actor.ts';
export { askForCode, CODE_MINUTES, type CodeToSend } from './ask-for-code.ts';
export { type Challenge, challengeOf } from './challenge-of.ts';
export { checkCode } from './check-code.ts';
export { codeOf } from './code-of.ts';
export { type DemonstrationResident, demonstrationResidents, signInAsResident } from './demonstration-residents.ts';
export { enterByCode } from './enter-by-code.ts';
export { accountEvents } from './events.ts';
export { followCodeLink, opensCodeLink } from './open-code-link.ts';
export { type AddressRefusal, type CodeAddress, readAddress } from './read-address.ts';
export { beginRegistration, openRegistration } from './registrations.ts';
export { sendCodeAgain } from './send-code-again.ts';
export { setPassword } from './set-password.ts';
export { signInToAccount } from './sign-in-to-account.ts';
