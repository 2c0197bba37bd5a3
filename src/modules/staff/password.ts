import { hash, type Options, verify } from '@node-rs/argon2';

/** Argon2id with OWASP's least memory (19 MiB, 2 passes): about 30 ms of one core, away from the event loop. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const LEAST_CHARACTERS = 12;
const MOST_CHARACTERS = 200;

export function hashPassword(password: string): Promise<string> {
  return hash(prepared(password), COST);
}

/** Does the password fit? Without a stored one the same work is done, so that the time taken says nothing. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await hashOfNobody()), prepared(password.slice(0, MOST_CHARACTERS)));
  return fits && stored !== null;
}

/**
 * What keeps a new password from being taken, in words that say what to do; null when it is good.
 * Length, not rules about characters (NCSC, "Three random words").
 */
export function passwordProblem(password: string, owner: { email: string; name: string }): string | null {
  const length = [...password].length;
  if (length < LEAST_CHARACTERS) return `Use ${LEAST_CHARACTERS} characters or more. Three random words work well`;
  if (length > MOST_CHARACTERS) return `Use ${MOST_CHARACTERS} characters or fewer`;
  if (new Set(password.toLowerCase()).size < 5) return 'Use more different characters. Three random words work well';
  if (isEasilyGuessed(password, owner)) return 'Choose a password that is not your name, your email or a common word';
  return null;
}

const COMMON = ['password', 'letmein', 'welcome', 'qwerty', 'iloveyou', 'frontdoor', 'council', '123456', 'abcdef'];

// What is left after the guessable part must still be worth guessing.
function isEasilyGuessed(password: string, { email, name }: { email: string; name: string }): boolean {
  const parts = [...COMMON, ...email.toLowerCase().split(/[@.]/), ...name.toLowerCase().split(/\s+/)];
  const rest = parts
    .filter((part) => part.length > 2)
    .reduce((left, part) => left.replaceAll(part, ''), password.toLowerCase());
  return rest.replace(/[\d\W_]/g, '').length < 4 && rest.length < LEAST_CHARACTERS;
}

// The same letters typed on another keyboard are the same password (NIST SP 800-63B, 5.1.1.2).
function prepared(password: string): string {
  return password.normalize('NFKC');
}

let nobody: Promise<string> | undefined;

function hashOfNobody(): Promise<string> {
  nobody ??= hash('nobody has this password', COST);
  return nobody;
}
