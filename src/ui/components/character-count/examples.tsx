import { CharacterCount } from './character-count.tsx';

export const characterCountExamples = {
  'with a limit': (
    <CharacterCount
      name="note"
      label="Anything else we should know?"
      maxlength={500}
      rows={3}
      value="Behind the shed"
    />
  ),
};
