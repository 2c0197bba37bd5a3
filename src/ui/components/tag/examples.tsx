import { Tag, type TagColour } from './tag.tsx';

const COLOURS: readonly TagColour[] = ['grey', 'green', 'teal', 'blue', 'purple', 'magenta', 'red', 'orange', 'yellow'];

export const tagExamples = {
  'every colour': (
    <p>
      {COLOURS.map((colour) => (
        <span key={colour}>
          <Tag colour={colour}>{colour}</Tag>{' '}
        </span>
      ))}
    </p>
  ),
};
