/** The field of the day on which paper came: one for each service that has ended, since several may stand on a screen. */
export const receivedField = ({ slug }: { slug: string }): string => `received-on-${slug}`;
