import type { ComponentChildren } from 'preact';
import { type Attrs, cx } from '../../parts.ts';
import { useWords } from '../../words.ts';

export interface NotificationBannerProps {
  children?: ComponentChildren;
  title?: ComponentChildren;
  success?: boolean | undefined;
  role?: string | undefined;
  titleId?: string | undefined;
  headingLevel?: 1 | 2 | 3 | 4 | undefined;
  disableAutoFocus?: boolean | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** News that is not about what this page asks: a disruption, or that something was done. */
export function NotificationBanner({ children, success, headingLevel = 2, attrs, ...props }: NotificationBannerProps) {
  const words = useWords();
  const Heading = `h${headingLevel}` as 'h2';
  const titleId = props.titleId || 'govuk-notification-banner-title';
  return (
    <div
      class={cx('govuk-notification-banner', success && 'govuk-notification-banner--success', props.class)}
      role={(props.role ?? (success ? 'alert' : 'region')) as 'region'}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)}
      {...attrs}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title ?? (success ? words.success : words.important)}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === 'string' ? <p class="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  );
}
