import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  ServiceNavigation,
  SkipLink,
  Tabs,
} from 'govuk-frontend';

const USED = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  ServiceNavigation,
  SkipLink,
  Tabs,
];

/** Wake the components that have a script. Each page works without: this only makes it nicer. */
export function startGovuk(): void {
  document.body.classList.add('js-enabled', 'govuk-frontend-supported');
  for (const component of USED) createAll(component);
}
