import type { ComponentChildren } from 'preact';
import { href } from '../../href.ts';
import { type Attrs, cx } from '../../parts.ts';
import { useWords } from '../../words.ts';

export interface FooterLink {
  text: ComponentChildren;
  href?: string | undefined;
  attrs?: Attrs | undefined;
}

export interface FooterSection {
  title: ComponentChildren;
  items?: readonly FooterLink[] | undefined;
  columns?: number | undefined;
  width?: string | undefined;
}

export interface FooterProps {
  navigation?: readonly FooterSection[] | undefined;
  links?: readonly FooterLink[] | undefined;
  linksTitle?: string | undefined;
  /** Below the links: address, phone. */
  children?: ComponentChildren;
  containerClass?: string | undefined;
  class?: string | undefined;
  attrs?: Attrs | undefined;
}

/** About the website: contact, accessibility, charter, performance. */
export function Footer({ navigation = [], links, linksTitle, children, containerClass, attrs, ...props }: FooterProps) {
  const words = useWords();
  return (
    <div class={cx('govuk-footer', props.class)} {...attrs}>
      <div class={cx('govuk-width-container', containerClass)}>
        {navigation.length > 0 ? <FooterNavigation sections={navigation} /> : null}
        <div class="govuk-footer__meta">
          <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
            {links || children ? <h2 class="govuk-visually-hidden">{linksTitle || words.supportLinks}</h2> : null}
            {links && links.length > 0 ? (
              <FooterList items={links} class="govuk-footer__inline-list" itemClass="govuk-footer__inline-list-item" />
            ) : null}
            {children ? <div class="govuk-footer__meta-custom">{children}</div> : null}
          </div>
        </div>
      </div>
    </div>
  );
}

function FooterNavigation({ sections }: { sections: readonly FooterSection[] }) {
  return (
    <>
      <div class="govuk-footer__navigation">
        {sections.map((section, index) => (
          <div key={index} class={`govuk-footer__section govuk-grid-column-${section.width || 'full'}`}>
            <h2 class="govuk-footer__heading govuk-heading-m">{section.title}</h2>
            {section.items && section.items.length > 0 ? (
              <FooterList
                items={section.items.filter((item) => item.href && item.text)}
                class={cx(
                  'govuk-footer__list',
                  section.columns !== undefined && `govuk-footer__list--columns-${section.columns}`,
                )}
                itemClass="govuk-footer__list-item"
              />
            ) : null}
          </div>
        ))}
      </div>
      <hr class="govuk-footer__section-break" />
    </>
  );
}

function FooterList({
  items,
  itemClass,
  ...props
}: {
  items: readonly FooterLink[];
  class: string;
  itemClass: string;
}) {
  return (
    <ul class={props.class}>
      {items.map((item) => (
        <li key={item.href} class={itemClass}>
          <a class="govuk-footer__link" href={href(item.href ?? '')} {...item.attrs}>
            {item.text}
          </a>
        </li>
      ))}
    </ul>
  );
}
