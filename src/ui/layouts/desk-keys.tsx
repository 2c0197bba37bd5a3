import { useWords } from '../words.ts';

/** The dialog that `?` opens: every key of the desk. */
export function DeskKeys() {
  const words = useWords();
  const keys = [
    ['/', words.keySearch],
    ['n', words.keyNext],
    ['g c', words.keyCases],
    ['?', words.keyHelp],
  ] as const;
  return (
    <dialog class="fd-keys" id="desk-keys" aria-labelledby="desk-keys-title">
      <h2 class="govuk-heading-s" id="desk-keys-title">
        {words.keys}
      </h2>
      <dl class="fd-keys__list">
        {keys.map(([key, meaning]) => (
          <div key={key} class="fd-keys__row">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button class="govuk-button govuk-button--secondary" type="submit">
          {words.close}
        </button>
      </form>
    </dialog>
  );
}
