import { announcements } from './parts/announcements.ts';
import { conditionalRadios } from './parts/conditional-radios.ts';
import { deskKeys } from './parts/desk-keys.ts';
import { startGovuk } from './parts/govuk.ts';
import { submitOnce } from './parts/submit-once.ts';

startGovuk();
conditionalRadios();
submitOnce();
deskKeys();
announcements();
