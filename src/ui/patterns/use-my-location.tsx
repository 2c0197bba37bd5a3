import { Button } from '../components/button/button.tsx';
import { useWords } from '../words.ts';

export interface UseMyLocationProps {
  /** Names of the form's fields that take the degrees (WGS 84). */
  latitude: string;
  longitude: string;
}

/** A button that fills in where the device is. Hidden without JavaScript: the place can always be typed. */
export function UseMyLocation({ latitude, longitude }: UseMyLocationProps) {
  const words = useWords();
  const texts = {
    'data-locating': words.locating,
    'data-found': words.locationFound,
    'data-refused': words.locationRefused,
  };
  return (
    <div class="fd-locate" hidden data-locate="" data-latitude={latitude} data-longitude={longitude} {...texts}>
      <Button type="button" look="secondary" class="govuk-!-margin-bottom-2">
        {words.useMyLocation}
      </Button>
      <p class="govuk-hint" role="status" />
    </div>
  );
}
