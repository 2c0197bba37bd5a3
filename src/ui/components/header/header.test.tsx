import { attrs, children, contract, text } from '#test/govuk-contract';
import { Header } from './header.tsx';

// The component `header` carries the crown and the name of GOV.UK; councils have the generic one.
contract('generic-header', {
  render: (options) => {
    const logo = text(options, 'logoHtml');
    return (
      <Header
        url={text(options, 'url')}
        containerClass={text(options, 'containerClasses')}
        class={text(options, 'classes')}
        attrs={attrs(options)}
      >
        {logo ? children(logo) : text(options, 'logoText')}
      </Header>
    );
  },
});
