import './tables.ts';

export { type AccountCount, accountCounts } from './account-counts.ts';
export {
  ACCOUNT_COOKIE,
  accountOf,
  dropAccount,
  keepAccount,
  readAccount,
} from './account-of.portal.ts';
export { accountActor, accountOfToken } from './account-of-token.ts';
export { type Begun, endAccountSessions } from './account-session.ts';
export { type AccountView, accountView } from './account-view.ts';
export { type AccountActor, isAccount } from './actor.ts';
export { askForCode, CODE_MINUTES, type CodeToSend } from './ask-for-code.ts';
export { type Challenge, challengeOf } from './challenge-of.ts';
export { changeDetails } from './change-details.ts';
export { changeWayIn } from './change-way-in.ts';
export { checkCode } from './check-code.ts';
export { CHOICE_CHANNELS, type ChoiceChannel, choicesOf, saveChoices, unwantedChannels } from './choices.ts';
export { closeAccount } from './close-account.ts';
export { codeOf } from './code-of.ts';
export { connectIdentity, disconnectIdentity } from './connect-identity.ts';
export { type DemonstrationResident, demonstrationResidents, signInAsResident } from './demonstration-residents.ts';
export {
  accountOfCustomer,
  type CustomerAccount,
  ENTRY_MINUTES,
  enterByStaffLink,
  opensEntry,
  setUpAccount,
} from './desk-account.ts';
export { disposeAccounts } from './dispose-accounts.ts';
export { endAccountSession } from './end-account-session.ts';
export { enterByCode } from './enter-by-code.ts';
export { enterByIdentity } from './enter-by-identity.ts';
export { accountEvents } from './events.ts';
export { councilsWithLeft, followUpRegistrations } from './follow-up-registrations.ts';
export { forgetTries } from './forget-tries.ts';
export { actsFor, clustersFor, type HelpedView, type HelperView, helpersOf } from './grant-views.ts';
export {
  answerInvitation,
  GRANT_SCOPES,
  type GrantScope,
  invitationOfLink,
  inviteAgain,
  inviteHelper,
  leaveGrant,
  type OpenInvitation,
  withdrawGrant,
} from './grants.ts';
export { dropRegistration, helpRegistration } from './help-registration.ts';
export { helpersToTell } from './helpers-to-tell.ts';
export type { VouchedIdentity } from './identity.ts';
export { makeAccount } from './make-account.ts';
export { noteAct } from './note-act.ts';
export { followCodeLink, opensCodeLink } from './open-code-link.ts';
export { changeOrganisation } from './organisations/change-organisation.ts';
export { changeUserRole } from './organisations/change-user-role.ts';
export { closeOrganisation } from './organisations/close-organisation.ts';
export { inviteUser, inviteUserAgain } from './organisations/invite-user.ts';
export { leaveOrganisation } from './organisations/leave-organisation.ts';
export { makeOrganisation } from './organisations/make-organisation.ts';
export {
  type OrganisationFacts,
  type OrganisationLine,
  type OrganisationView,
  organisationFacts,
  organisationsOf,
  organisationView,
} from './organisations/organisation-views.ts';
export { readOrganisationNumber } from './organisations/read-organisation-number.ts';
export { removeUser } from './organisations/remove-user.ts';
export { maySetUpAccounts } from './policy.ts';
export { type Prefill, prefillFor } from './prefill-for.ts';
export { type AddressRefusal, type CodeAddress, readAddress } from './read-address.ts';
export { finishByLink, registrationOfLink } from './registration-link.ts';
export { type RegistrationRow, registrationList, registrationOf } from './registration-list.ts';
export { beginRegistration, openRegistration } from './registrations.ts';
export { confirmSecondFactor, passAccountFactor, removeSecondFactor, secondFactorKey } from './second-factor.ts';
export { sendCodeAgain } from './send-code-again.ts';
export { setPassword } from './set-password.ts';
export { signInToAccount } from './sign-in-to-account.ts';
export { MADE_HOW, type MadeHow, ORGANISATION_KINDS, type OrganisationKind } from './tables.ts';
export { TOPIC_NAMES, type Topic } from './topics.ts';
