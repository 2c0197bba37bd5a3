/** What somebody reads whose training for it is not recorded, or has run out. */
export const NOT_TRAINED =
  'Your training in setting up accounts is not recorded, or has run out. Ask an administrator to record it under People, or pass this to a colleague who has it';
