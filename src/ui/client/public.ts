import { conditionalRadios } from './parts/conditional-radios.ts';
import { startGovuk } from './parts/govuk.ts';
import { submitOnce } from './parts/submit-once.ts';
import { useMyLocation } from './parts/use-my-location.ts';

startGovuk();
conditionalRadios();
submitOnce();
useMyLocation();
