import type { ComponentChildren } from 'preact';
import { href } from '../../href.ts';
import { type Attrs, cx } from '../../parts.ts';
import { useWords } from '../../words.ts';
import { type NavItem, NavList, type NavListProps } from './nav-list.tsx';

export interface ServiceNavigationProps extends NavListProps {
  serviceName?: string | undefined;
  serviceUrl?: string | undefined;
  label?: string | undefined;
  /** Places around the links, for a search or a switch. */
  start?: ComponentChildren;
  end?: ComponentChildren;
  endInline?: boolean | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** The few main places of a service, and which of them this is. */
export function ServiceNavigation({ serviceName, serviceUrl, start, end, attrs, ...props }: ServiceNavigationProps) {
  const words = useWords();
  const common = {
    class: cx('govuk-service-navigation', props.class),
    'data-module': 'govuk-service-navigation',
    ...attrs,
  };
  const inner = (
    <div class={cx('govuk-width-container', props.endInline && 'govuk-service-navigation__inlining-container')}>
      {start}
      <div class="govuk-service-navigation__container">
        <ServiceName name={serviceName} url={serviceUrl} />
        <NavList {...props} />
      </div>
      {end}
    </div>
  );
  if (!serviceName && !start && !end) return <div {...common}>{inner}</div>;
  return (
    <section aria-label={props.label ?? words.serviceInformation} {...common}>
      {inner}
    </section>
  );
}

function ServiceName({ name, url }: { name: string | undefined; url: string | undefined }) {
  if (!name) return null;
  return (
    <span class="govuk-service-navigation__service-name">
      {url ? (
        <a href={href(url)} class="govuk-service-navigation__link">
          {name}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{name}</span>
      )}
    </span>
  );
}

export type { NavItem };
