const endings: (() => Promise<void>)[] = [];

/** Have something ended when the running test file is done, wherever it was begun. */
export function atEndOfFile(ending: () => Promise<void>): void {
  endings.push(ending);
}

/**
 * End all that was begun, the last first. One that fails does not keep the others from being ended.
 * @throws what went wrong, when all were asked
 */
export async function endAll(): Promise<void> {
  const failures: unknown[] = [];
  for (const ending of endings.splice(0).reverse()) {
    await ending().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'what a test file began did not end cleanly');
}
