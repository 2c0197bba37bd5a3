import { attrs, children, contract, inner, legendPart, text } from '#test/govuk-contract';
import { Fieldset } from './fieldset.tsx';

contract('fieldset', {
  render: (options) => (
    <Fieldset
      legend={legendPart(inner(options, 'legend'))}
      describedBy={text(options, 'describedBy')}
      role={text(options, 'role')}
      class={text(options, 'classes')}
      attrs={attrs(options)}
    >
      {children(text(options, 'html') ?? '')}
    </Fieldset>
  ),
});
