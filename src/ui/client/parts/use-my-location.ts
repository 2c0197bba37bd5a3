/**
 * "Use my location" buttons (`UseMyLocation`): hidden until there is a script and a device that knows where it is.
 * The place goes into the form's own fields; nothing is sent until the resident presses Continue.
 */
export function useMyLocation(): void {
  if (!('geolocation' in navigator)) return;
  for (const box of document.querySelectorAll<HTMLElement>('[data-locate]')) {
    const button = box.querySelector('button');
    if (!button) continue;
    box.hidden = false;
    button.addEventListener('click', () => {
      locate(box);
    });
  }
}

function locate(box: HTMLElement): void {
  say(box, box.dataset['locating']);
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      fill(box.dataset['latitude'], coords.latitude);
      fill(box.dataset['longitude'], coords.longitude);
      say(box, box.dataset['found']);
    },
    () => {
      say(box, box.dataset['refused']);
    },
    { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
  );
}

/** Six decimals are about ten centimetres. */
function fill(name: string | undefined, degrees: number): void {
  const field = name ? document.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`) : null;
  if (field) field.value = degrees.toFixed(6);
}

function say(box: HTMLElement, words = ''): void {
  const status = box.querySelector('[role="status"]');
  if (status) status.textContent = words;
}
