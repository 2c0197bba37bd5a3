import { TextInput } from './text-input.tsx';

export const textInputExamples = {
  'a postcode, with an error': (
    <TextInput
      name="postcode"
      label="Postcode"
      hint="For example, RM17 6SL"
      width={10}
      autocomplete="postal-code"
      value="RM17"
      error="Enter a full postcode, like RM17 6SL"
    />
  ),
  'with a sign before it': <TextInput name="cost" label="What did it cost?" prefix="£" inputmode="decimal" width={5} />,
  'with a unit after it': <TextInput name="depth" label="How deep is it?" suffix="cm" inputmode="numeric" width={3} />,
};
