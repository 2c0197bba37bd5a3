import type { AccountHelpFigures } from '#modules/insight';
import { ScrollRegion, Table } from '#ui';

/** What it takes to let people into their account, beside the other conversations. Counted, never guessed. */
export function HelpFigures({ figures }: { figures: AccountHelpFigures }) {
  const { days, byTrained, byOthers, rest, untimed } = figures;
  const row = (words: string, { contacts, handlingSeconds, waitedSeconds }: AccountHelpFigures['rest']) => [
    words,
    number(String(contacts)),
    number(minutes(handlingSeconds)),
    number(minutes(waitedSeconds)),
  ];
  return (
    <ScrollRegion label="How long help with accounts takes" class="fd-panel">
      <Table
        caption={`How long help with accounts takes, last ${String(days)} days`}
        captionSize="m"
        head={['Conversations', number('Finished'), number('Handling, mean'), number('Wait, mean')]}
        rows={[
          row('Helped into an account by trained staff', byTrained),
          row('Helped into an account by others', byOthers),
          row('Everything else by phone, counter or chat', rest),
        ]}
      />
      {untimed > 0 ? (
        <p class="fd-mute">
          {String(untimed)} more {untimed === 1 ? 'was' : 'were'} helped outside a conversation, so no time is known.
        </p>
      ) : null}
    </ScrollRegion>
  );
}

const number = (text: string) => ({ text, numeric: true });

/** "4 min 10 s"; what nobody measured is said so. */
function minutes(seconds: number | null): string {
  if (seconds === null) return 'not known';
  return seconds < 60 ? `${String(seconds)} s` : `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`;
}
