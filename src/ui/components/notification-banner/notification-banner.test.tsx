import { attrs, contract, count, flag, text, words } from '#test/govuk-contract';
import { NotificationBanner } from './notification-banner.tsx';

contract('notification-banner', {
  render: (options) => (
    <NotificationBanner
      success={options['type'] === 'success'}
      title={words(options, 'title') || undefined}
      titleId={text(options, 'titleId')}
      headingLevel={count(options, 'titleHeadingLevel') as 2}
      role={text(options, 'role')}
      disableAutoFocus={flag(options, 'disableAutoFocus')}
      class={text(options, 'classes')}
      attrs={attrs(options)}
    >
      {words(options)}
    </NotificationBanner>
  ),
});
