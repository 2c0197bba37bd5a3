import { contract, count, field, flag, inner, type Options, text } from '#test/govuk-contract';
import { CharacterCount } from './character-count.tsx';

type Plural = Readonly<Record<string, string>> | undefined;

function countWords(options: Options) {
  return {
    charactersUnder: options['charactersUnderLimitText'] as Plural,
    charactersAt: text(options, 'charactersAtLimitText'),
    charactersOver: options['charactersOverLimitText'] as Plural,
    wordsUnder: options['wordsUnderLimitText'] as Plural,
    wordsAt: text(options, 'wordsAtLimitText'),
    wordsOver: options['wordsOverLimitText'] as Plural,
  };
}

contract('character-count', {
  render: (options) => (
    <CharacterCount
      {...field(options)}
      value={text(options, 'value')}
      rows={count(options, 'rows')}
      spellcheck={flag(options, 'spellcheck')}
      maxlength={count(options, 'maxlength')}
      maxwords={count(options, 'maxwords')}
      countType={text(options, 'countType')}
      threshold={count(options, 'threshold')}
      limitText={text(options, 'textareaDescriptionText')}
      countWords={countWords(options)}
      messageClass={text(inner(options, 'countMessage'), 'classes')}
    />
  ),
});
