import { createApiToken, MACHINE_ROLES, type MachineRole } from '#modules/staff';
import { inCouncil } from '#platform/db';
import { type Command, type CommandLine, print, textFlag, UsageError } from './command.ts';
import { councilNamed, inHouse } from './in-house.ts';

export const tokenCreateCommand: Command = {
  name: 'token create',
  usage: '--role <role> --name <who uses it> [--council <slug>] [--expires <date>] [--json]',
  summary: 'Make a token for a program; it is printed once',
  help: `Roles: ${MACHINE_ROLES.join(', ')}.\n--expires 2027-03-31: until the end of that day, in UTC. Left out: until it is revoked.`,
  flags: {
    role: { type: 'string' },
    name: { type: 'string' },
    council: { type: 'string' },
    expires: { type: 'string' },
    json: { type: 'boolean' },
  },
  run(line) {
    const role = roleOf(line);
    const name = textFlag(line, 'name')?.trim() ?? '';
    if (name === '') throw new UsageError('Say who or what will use it: --name "FixMyStreet". The audit shows it.');
    const expiresAt = expiryOf(line);
    return inHouse(line, councilNamed(line), async ({ deps, actor, council }) => {
      const command = { name, role, ...(expiresAt && { expiresAt }) };
      const made = await inCouncil(deps.db, council.id, (tx) => createApiToken(tx, deps.clock, actor, command));
      if (!made.ok && made.refusal === 'over-already') throw new UsageError('--expires is over already.');
      if (!made.ok) throw new Error(`the terminal was refused: ${made.refusal}`);
      const { id, token } = made;
      if (line.flags['json'] === true) print(JSON.stringify({ id, token, role, council: council.slug }));
      else print(`${token}\nKeep it now: only its hash is stored, so nobody can show it again.`);
      return 0;
    });
  },
};

function roleOf(line: CommandLine): MachineRole {
  const given = textFlag(line, 'role');
  const role = MACHINE_ROLES.find((one) => one === given);
  if (!role) throw new UsageError(`Say the role: --role ${MACHINE_ROLES.join(' | ')}.`);
  return role;
}

function expiryOf(line: CommandLine): Date | undefined {
  const given = textFlag(line, 'expires');
  if (given === undefined) return undefined;
  const end = new Date(`${given}T23:59:59.999Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || Number.isNaN(end.getTime()))
    throw new UsageError(`--expires is "${given}"; write a date such as 2027-03-31.`);
  return end;
}
