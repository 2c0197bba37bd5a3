/** A form that is on its way is not sent again. The server refuses the repeat as well, by the form's own key. */
export function submitOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !('submitOnce' in form.dataset)) return;
    if (form.dataset['sent']) event.preventDefault();
    form.dataset['sent'] = 'yes';
  });
  // Back to a page that the browser kept: its forms may be sent again.
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) delete form.dataset['sent'];
  });
}
