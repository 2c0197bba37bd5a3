import { storeUpload } from '#modules/documents';
import type { ActorRef } from '#platform/actor';
import type { Deps } from '#platform/deps';

const GROUNDS = ['#7d8b91', '#8a8578', '#6f7f74'];

/** A few drawn pictures of a clean street, kept like any photo: nobody's real street is shown. Returns their ids. */
export async function evidencePhotos(deps: Deps, actor: ActorRef): Promise<string[]> {
  const { default: sharp } = await import('sharp');
  const ids: string[] = [];
  for (const [index, ground] of GROUNDS.entries()) {
    const bytes = await sharp(Buffer.from(drawing(ground)))
      .jpeg({ quality: 70 })
      .toBuffer();
    const name = `demonstration-${index + 1}.jpg`;
    const stored = await storeUpload(deps, actor, { name, bytes, accept: 'photo' });
    if (stored.ok) ids.push(stored.fileId);
  }
  return ids;
}

/** A drawn letter with lines for words: nobody's real letter is shown. Returns its id, in a list. */
export async function evidenceLetters(deps: Deps, actor: ActorRef): Promise<string[]> {
  const { default: sharp } = await import('sharp');
  const bytes = await sharp(Buffer.from(LETTER)).png().toBuffer();
  const stored = await storeUpload(deps, actor, { name: 'letter.png', bytes, accept: 'photo' });
  return stored.ok ? [stored.fileId] : [];
}

const LETTER = `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="594">
  <rect width="420" height="594" fill="#fdfcf8"/><rect x="40" y="40" width="120" height="22" fill="#7d8b91"/>
  <path d="M40 110h150M40 126h120M40 142h90M40 200h340M40 222h330M40 244h340M40 266h200M40 310h340M40 332h320M40 354h260M40 420h110"
    stroke="#b9bcbd" stroke-width="7"/></svg>`;

function drawing(ground: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320">
    <rect width="480" height="150" fill="#c9dbe3"/><rect y="90" width="480" height="80" fill="#b08d74"/>
    <rect y="170" width="480" height="40" fill="#bdb9ae"/><rect y="210" width="480" height="110" fill="${ground}"/>
    <path d="M0 268h60m40 0h80m40 0h80m40 0h80m40 0h20" stroke="#f2f2ee" stroke-width="6"/></svg>`;
}
