/** Who may call whom, lowest first: by module, the modules that it may use. */
export const MAY_USE: Readonly<Record<string, readonly string[]>>;
