import { addStaff, ROLES, type Role } from '#modules/staff';
import { inCouncil } from '#platform/db';
import { type Command, type CommandLine, print, textFlag, UsageError } from './command.ts';
import { councilNamed, inHouse } from './in-house.ts';

export const staffAddCommand: Command = {
  name: 'staff add',
  usage:
    '--email <address> --name <name> --role <role>[,<role>] [--title <job>] [--team <team>[,<team>]] [--council <slug>] [--json]',
  summary: 'Take somebody on and print their one-time link',
  help: `Roles: ${ROLES.join(', ')}.\nThe link works once; following it sets a password and a second factor.`,
  flags: {
    email: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    title: { type: 'string' },
    team: { type: 'string' },
    council: { type: 'string' },
    json: { type: 'boolean' },
  },
  run(line) {
    const email = needed(line, 'email', 'ada@council.example');
    const name = needed(line, 'name', '"Ada Mensah"');
    const roles = rolesOf(line);
    const teams = listOf(line, 'team');
    const jobTitle = textFlag(line, 'title') ?? 'Officer';
    return inHouse(line, councilNamed(line), async ({ deps, actor, council }) => {
      const command = { email, name, jobTitle, roles, teams };
      const added = await inCouncil(deps.db, council.id, (tx) => addStaff(tx, deps.clock, actor, command));
      if (!added.ok) throw new UsageError(REFUSALS[added.refusal]);
      const link = `${deps.publicUrl}/desk/invitations/${added.invitation.token}`;
      const expiresAt = added.invitation.expiresAt.toISOString();
      if (line.flags['json'] === true) print(JSON.stringify({ slug: added.slug, link, expiresAt }));
      else print(`${link}\nGive this link to ${name}: it works once, until ${expiresAt}.`);
      return 0;
    });
  },
};

const REFUSALS = {
  'not-allowed': 'This may not be done at the terminal.',
  'works-here': 'Somebody with that address works here already.',
  'no-such-team': 'One of those teams is not there: use the short names of teams.yaml.',
} as const;

function needed(line: CommandLine, flag: string, example: string): string {
  const value = textFlag(line, flag)?.trim() ?? '';
  if (value === '') throw new UsageError(`Say the ${flag}: --${flag} ${example}.`);
  if (flag === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) throw new UsageError(`"${value}" is not an email address.`);
  return value;
}

function rolesOf(line: CommandLine): Role[] {
  const given = listOf(line, 'role');
  const unknown = given.filter((role) => !ROLES.some((one) => one === role));
  if (given.length === 0 || unknown.length > 0)
    throw new UsageError(`Say one or more roles: --role ${ROLES.join(' | ')}.`);
  return ROLES.filter((role) => given.includes(role));
}

function listOf(line: CommandLine, flag: string): string[] {
  return (textFlag(line, flag) ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}
