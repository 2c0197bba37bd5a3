import type { PublicShell } from '#platform/http/shell';
import { Link, PublicPage } from '#ui';
import type { Directory } from '../directory.ts';

/** How the pages can be used, how that is checked, and what to do when they cannot. */
export function AccessibilityPage({ directory, ...shell }: PublicShell & { directory: Directory }) {
  const { name, phone, email } = directory.config.profile;
  return (
    <PublicPage {...shell} title="Accessibility">
      <h1 class="govuk-heading-xl">Accessibility</h1>
      <p class="govuk-body-l">We want everybody to be able to use this website.</p>
      <p class="govuk-body">You can:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>use all of it with a keyboard, a screen reader or your voice</li>
        <li>make it four times larger without losing anything</li>
        <li>change colours and contrast in your browser or computer</li>
        <li>use all of it without JavaScript, on a phone as well</li>
        <li>take your time: a report that you have begun is kept for 4 hours after your last answer</li>
      </ul>
      <h2 class="govuk-heading-m">How we check it</h2>
      <p class="govuk-body">
        We build to the Web Content Accessibility Guidelines 2.2, level AA. Each change is checked by axe, an automatic
        tester, on the pages of a report from start to end, at the width of a phone and of a desk. An automatic tester
        does not find everything, and nobody who uses these aids has tested this website yet.
      </p>
      <h2 class="govuk-heading-m">If you cannot use a page</h2>
      <p class="govuk-body">
        Call {name} on{' '}
        <a class="govuk-link fd-number" href={`tel:${phone.replace(/\s/g, '')}`}>
          {phone}
        </a>{' '}
        or write to <Link href={`mailto:${email}`}>{email}</Link>. Say which page it is and what you need. We do it with
        you, and you can have information in large print, in easy words or in another way.
      </p>
      <p class="govuk-body">
        If you are not content with our answer, contact the{' '}
        <Link href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</Link>.
      </p>
    </PublicPage>
  );
}
