/** The text of src/ui/css/parts/govuk.css for the installed version of govuk-frontend. */
export function reduceGovukCss(): string;
