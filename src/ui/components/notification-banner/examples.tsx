import { NotificationBanner } from './notification-banner.tsx';

export const notificationBannerExamples = {
  news: (
    <NotificationBanner titleId="news">Garden waste is not collected from 7 December to 1 February.</NotificationBanner>
  ),
  'it worked': (
    <NotificationBanner success titleId="worked" disableAutoFocus role="region">
      Your photo was added.
    </NotificationBanner>
  ),
};
