import { attrs, children, contract, flag, inner, list, type Options, text, words } from '#test/govuk-contract';
import { ServiceNavigation } from './service-navigation.tsx';

function slot(options: Options, name: string) {
  const found = inner(options, 'slots')[name];
  const html = typeof found === 'string' ? found : text((found ?? {}) as Options, 'html');
  return html ? children(html) : undefined;
}

contract('service-navigation', {
  render: (options) => (
    <ServiceNavigation
      serviceName={text(options, 'serviceName')}
      serviceUrl={text(options, 'serviceUrl')}
      label={text(options, 'ariaLabel') ?? 'Service information'}
      navLabel={text(options, 'navigationLabel')}
      navClass={text(options, 'navigationClasses')}
      id={text(options, 'navigationId')}
      menuText={text(options, 'menuButtonText')}
      menuLabel={text(options, 'menuButtonLabel')}
      collapse={flag(options, 'collapseNavigationOnMobile')}
      items={list(options, 'navigation').map((item) => ({
        text: words(item),
        href: text(item, 'href'),
        current: flag(item, 'current'),
        active: flag(item, 'active'),
        attrs: attrs(item),
      }))}
      start={slot(options, 'start')}
      end={slot(options, 'end')}
      endInline={(inner(options, 'slots')['end'] as Options | undefined)?.['align'] === 'inline'}
      itemsStart={slot(options, 'navigationStart')}
      itemsEnd={slot(options, 'navigationEnd')}
      class={text(options, 'classes')}
      attrs={attrs(options)}
    />
  ),
});
