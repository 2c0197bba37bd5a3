import { afterAll } from 'vitest';

const endings: (() => Promise<void>)[] = [];

/** Have something ended when the running test file is done, wherever it was begun. */
export function atEndOfFile(ending: () => Promise<void>): void {
  endings.push(ending);
}

afterAll(async () => {
  for (const ending of endings.splice(0).reverse()) await ending();
});
