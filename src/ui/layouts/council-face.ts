import type { FooterLink } from '../components/footer/footer.tsx';
import type { NavItem } from '../components/service-navigation/nav-list.tsx';

/** What every page shows of the council that it belongs to. */
export interface CouncilFace {
  name: string;
  /** Where the name leads. */
  homeHref?: string | undefined;
  /** The stylesheet made by `brandCss` for this council. */
  brandHref?: string | undefined;
  /** The colour of the browser's own frame. */
  themeColour?: string | undefined;
  logo?: { src: string; width: number; height: number } | undefined;
  iconHref?: string | undefined;
  phone?: string | undefined;
  /** When the phone is answered, in words. */
  phoneHours?: string | undefined;
  nav?: readonly NavItem[] | undefined;
  footer?: readonly FooterLink[] | undefined;
  /** That this is a demonstration: a word and a sentence over every page. */
  phase?: { tag: string; text: string } | undefined;
}
