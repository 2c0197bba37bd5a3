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
export { type AccountView, accountView } from './account-view.ts';
export { type AccountActor, isAccount } from './actor.ts';
export { askForCode, CODE_MINUTES, type CodeToSend } from './ask-for-code.ts';
export { type Challenge, challengeOf } from './challenge-of.ts';
export { changeDetails } from './change-details.ts';
export { changeWayIn } from './change-way-in.ts';
export { checkCode } from './check-code.ts';
export { CHOICE_CHANNELS, type ChoiceChannel, choicesOf, saveChoices, unwantedChannels } from './choices.ts';
export { codeOf } from './code-of.ts';
export { type DemonstrationResident, demonstrationResidents, signInAsResident } from './demonstration-residents.ts';
export { enterByCode } from './enter-by-code.ts';
export { accountEvents } from './events.ts';
export { noteAct } from './note-act.ts';
export { followCodeLink, opensCodeLink } from './open-code-link.ts';
export { type Prefill, prefillFor } from './prefill-for.ts';
export { type AddressRefusal, type CodeAddress, readAddress } from './read-address.ts';
export { beginRegistration, openRegistration } from './registrations.ts';
export { sendCodeAgain } from './send-code-again.ts';
export { setPassword } from './set-password.ts';
export { signInToAccount } from './sign-in-to-account.ts';
export { TOPIC_NAMES, type Topic } from './topics.ts';
