/**
 * Show what a radio opens only while it is chosen. In place of govuk-frontend's script, which marks the radio with
 * `aria-expanded`: ARIA 1.2 does not allow that on a radio, and WCAG checkers report it.
 */
export function conditionalRadios(): void {
  for (const radio of radios()) show(radio);
  document.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'radio') radios().forEach(show);
  });
  // Back to a page that the browser kept: it restores what was chosen after this script ran.
  window.addEventListener('pageshow', () => {
    radios().forEach(show);
  });
}

function radios(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[type="radio"][data-aria-controls]')];
}

function show(radio: HTMLInputElement): void {
  const opened = document.getElementById(radio.dataset['ariaControls'] ?? '');
  opened?.classList.toggle('govuk-radios__conditional--hidden', !radio.checked);
}
