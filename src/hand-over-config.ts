import { BlockList, isIP } from 'node:net';
import { join } from 'node:path';

export interface HandOverConfig {
  /** Addresses and secrets of destinations, by the names under which a council's folder asks for them. */
  values: Readonly<Record<string, string>>;
  /** Networks beside the public internet that a webhook may reach, loopback among them where it was named. */
  networks: BlockList;
  /** Below it lie the folders of CSV drops. */
  folder: string;
}

const SETTING = /^HANDOVER_[A-Z0-9_]*_(URL|SECRET)$/;

/**
 * Read what concerns hand-overs: `HANDOVER_NETWORKS`, `HANDOVER_FOLDER`, and every `HANDOVER_…_URL` and
 * `HANDOVER_…_SECRET`, whose names are the council's to choose. Problems never repeat a secret.
 */
export function handOverConfig(
  given: Readonly<Record<string, string | undefined>>,
  dataDir: string,
): { config: HandOverConfig; problems: string[] } {
  const settings = Object.entries(given).flatMap(([name, value]) =>
    SETTING.test(name) && value !== undefined ? [[name, value] as const] : [],
  );
  const { networks, problems } = networksOf(given['HANDOVER_NETWORKS'] ?? '');
  const folder = given['HANDOVER_FOLDER'] ?? join(dataDir, 'hand-overs');
  const config = { values: Object.fromEntries(settings), networks, folder };
  return { config, problems: [...problems, ...settings.flatMap(([name, value]) => problemOf(name, value))] };
}

function problemOf(name: string, value: string): string[] {
  if (name.endsWith('_URL')) {
    const isWeb = URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
    return isWeb
      ? []
      : [`${name} is (not shown): must be a web address such as https://back-office.example/hand-overs`];
  }
  return value.split(/\s+/).every(isSecret)
    ? []
    : [
        `${name} is (not shown): must be "whsec_" and 24 to 64 bytes in base64; two of them, with a space between, while one replaces the other`,
      ];
}

/** As Standard Webhooks writes a key. */
function isSecret(value: string): boolean {
  const [, base64 = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(value) ?? [];
  const { length } = Buffer.from(base64, 'base64');
  return length >= 24 && length <= 64;
}

function networksOf(text: string): { networks: BlockList; problems: string[] } {
  const networks = new BlockList();
  const problems = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !addNetwork(networks, part))
    .map(
      (part) =>
        `HANDOVER_NETWORKS is "${part}": must be addresses or networks such as 127.0.0.1 or 10.20.0.0/16, with commas`,
    );
  return { networks, problems };
}

function addNetwork(networks: BlockList, text: string): boolean {
  const [address = '', length, ...more] = text.split('/');
  const version = isIP(address);
  const most = version === 6 ? 128 : 32;
  const bits = length === undefined ? most : Number(length);
  if (version === 0 || more.length > 0 || length === '' || !Number.isInteger(bits) || bits < 0 || bits > most)
    return false;
  networks.addSubnet(address, bits, version === 6 ? 'ipv6' : 'ipv4');
  return true;
}
