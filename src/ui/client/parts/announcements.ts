/** Read out what changes elsewhere, politely: one sentence at a time, and nothing on the page moves. */
export function announcements(): void {
  const region = document.querySelector<HTMLElement>('#announcements');
  const address = region?.dataset['live'];
  if (!region || !address) return;
  const source = new EventSource(address);
  source.addEventListener('announce', (event: MessageEvent<string>) => {
    region.textContent = event.data;
  });
  window.addEventListener('pagehide', () => {
    source.close();
  });
}
