const SEQUENCE_MS = 1200;

/** Keys of the desk: `/` search, `n` next, `g c` cases, `?` help. Never while something is typed, nor with a modifier. */
export function deskKeys(): void {
  let afterG = false;
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const act = afterG ? SECOND[event.key] : FIRST[event.key];
    afterG = event.key === 'g' && !afterG;
    if (afterG) setTimeout(() => (afterG = false), SEQUENCE_MS);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

const FIRST: Readonly<Record<string, (() => void) | undefined>> = {
  '/': () => document.querySelector<HTMLInputElement>('#desk-search')?.focus(),
  '?': () => document.querySelector<HTMLDialogElement>('#desk-keys')?.showModal(),
  n: () => {
    go(document.querySelector<HTMLElement>('main')?.dataset['next']);
  },
};

const SECOND: Readonly<Record<string, (() => void) | undefined>> = {
  c: () => {
    go('/desk/cases');
  },
};

function go(address: string | undefined): void {
  if (address) window.location.assign(address);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select, textarea, dialog, [contenteditable]') !== null;
}
