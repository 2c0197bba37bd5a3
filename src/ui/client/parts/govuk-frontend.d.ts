/** The part of govuk-frontend's scripts that we use; the package brings no types. */
declare module 'govuk-frontend' {
  interface Component {
    new (root: Element, config?: Readonly<Record<string, unknown>>): unknown;
    readonly moduleName: string;
  }
  export const Button: Component;
  export const CharacterCount: Component;
  export const Checkboxes: Component;
  export const ErrorSummary: Component;
  export const FileUpload: Component;
  export const NotificationBanner: Component;
  export const PasswordInput: Component;
  export const ServiceNavigation: Component;
  export const SkipLink: Component;
  export const Tabs: Component;
  export function createAll(component: Component): unknown[];
}
