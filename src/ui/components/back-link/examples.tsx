import { BackLink } from './back-link.tsx';

export const backLinkExamples = { back: <BackLink href="#" /> };
