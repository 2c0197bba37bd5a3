import { attrs, contract, count, inner, list, type Options, text, words } from '#test/govuk-contract';
import { Footer } from './footer.tsx';

function link(item: Options) {
  return { text: text(item, 'text'), href: text(item, 'href'), attrs: attrs(item) };
}

/** The crown, the Open Government Licence of central government and Crown copyright are not a council's to show. */
function withoutCrown(markup: string): string {
  return markup
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<span class="govuk-footer__licence-description">[\s\S]*?<\/span>/, '')
    .replace(/<div class="govuk-footer__meta-item">[\s\S]*?<\/div>/, '');
}

contract('footer', {
  without: withoutCrown,
  render: (options) => {
    const meta = inner(options, 'meta');
    return (
      <Footer
        navigation={list(options, 'navigation').map((section) => ({
          title: text(section, 'title'),
          columns: count(section, 'columns'),
          width: text(section, 'width'),
          items: section['items'] ? list(section, 'items').map(link) : undefined,
        }))}
        links={options['meta'] ? list(meta, 'items').map(link) : undefined}
        linksTitle={text(meta, 'visuallyHiddenTitle') ?? 'Support links'}
        containerClass={text(options, 'containerClasses')}
        class={text(options, 'classes')}
        attrs={attrs(options)}
      >
        {words(meta)}
      </Footer>
    );
  },
});
