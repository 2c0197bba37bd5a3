import type { MessageTo } from '#modules/contacts';
import type { FileLine } from '#modules/documents';
import type { PublicShell } from '#platform/http/shell';
import { Details, EmptyState, Link, PublicPage } from '#ui';
import { writePageKey } from '../../doors/page-key.ts';
import { sayInstant } from '../say-when.ts';
import type { DocumentLine, DocumentsPage } from './documents.ts';

interface DocumentsListPageProps extends PublicShell, DocumentsPage {
  isFirst: boolean;
  zone: string;
}

/** What somebody sent and what the council wrote to them, newest first, whether it arrived or not. */
export function DocumentsListPage({ lines, next, isFirst, zone, ...shell }: DocumentsListPageProps) {
  return (
    <PublicPage {...shell} title="Documents and messages" search={false} back="/account">
      <h1 class="govuk-heading-l">Documents and messages</h1>
      {lines.length === 0 ? <Nothing isFirst={isFirst} /> : null}
      <ul class="fd-account-messages">
        {lines.map((line) => (
          <li key={line.kind + line.id} class="fd-account-messages__item">
            {line.kind === 'file' ? <FileItem line={line} zone={zone} /> : <MessageItem line={line} zone={zone} />}
            <About reference={line.reference} />
          </li>
        ))}
      </ul>
      {next === null ? null : (
        <p class="govuk-body">
          <Link href={`/account/documents?after=${writePageKey(next)}`}>Older documents and messages</Link>
        </p>
      )}
      {isFirst ? null : (
        <p class="govuk-body">
          <Link href="/account/documents">Back to the newest</Link>
        </p>
      )}
    </PublicPage>
  );
}

function Nothing({ isFirst }: { isFirst: boolean }) {
  if (!isFirst) return <EmptyState title="There is nothing older" />;
  return (
    <EmptyState title="There is nothing here yet">
      <p class="govuk-body">When you send us a photo or a paper, or we write to you, you find it here.</p>
    </EmptyState>
  );
}

function FileItem({ line, zone }: { line: Extract<DocumentLine, { kind: 'file' }>; zone: string }) {
  const { file, piece, at } = line;
  return (
    <>
      <h2 class="govuk-heading-s">{piece === null ? kindOf(file) : `Evidence: ${piece}`}</h2>
      <p class="fd-mute">You sent this {sayInstant(at, zone)}.</p>
      <p class="govuk-body fd-wrap">
        <Link href={`/account/documents/${file.id}`}>Save {file.name}</Link> ({sizeOf(file)})
      </p>
    </>
  );
}

const kindOf = ({ mediaType }: FileLine): string => (mediaType.startsWith('image/') ? 'Photo' : 'File');

/** "PDF, 2.4 MB": said before somebody saves it on a telephone. */
function sizeOf({ mediaType, bytes }: FileLine): string {
  const kind = mediaType === 'application/pdf' ? 'PDF' : 'picture';
  const size = bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.ceil(bytes / 1_000)} KB`;
  return `${kind}, ${size}`;
}

const BY: Readonly<Record<MessageTo['channel'], string>> = { email: 'By email', sms: 'By text', letter: 'By letter' };
const NOT_GONE: Readonly<Partial<Record<MessageTo['state'], string>>> = {
  queued: 'It is on its way.',
  sending: 'It is on its way.',
  held: 'It was written, and not sent.',
  capped: 'It was written, and not sent to you.',
  failed: 'It could not be sent. Is your address right?',
};

function MessageItem({ line, zone }: { line: Extract<DocumentLine, { kind: 'message' }>; zone: string }) {
  const { channel, subject, body, state, madeAt, moment } = line.message;
  return (
    <>
      <h2 class="govuk-heading-s">{subject ?? `${moment === 'decision' ? 'Our decision: ' : ''}${firstLine(body)}`}</h2>
      <p class="fd-mute">
        {BY[channel]}, {sayInstant(madeAt, zone)}. {NOT_GONE[state] ?? ''}
      </p>
      <Details summary="Read it">
        <span class="fd-typed fd-wrap">{withoutKeys(body)}</span>
      </Details>
    </>
  );
}

function About({ reference }: { reference: string | null }) {
  if (reference === null) return null;
  return (
    <p class="govuk-body">
      <Link href={`/track/${reference}`}>See how {reference} is going</Link>
    </p>
  );
}

function firstLine(body: string): string {
  return [...withoutKeys(body)].slice(0, 80).join('');
}

/** Whoever is signed in needs no key: a page left open on a shared screen gives none away. */
function withoutKeys(body: string): string {
  return body
    .replaceAll('{{home}}', '')
    .replace(/\/open\/[\w-]{32,}/g, '')
    .replaceAll('{{code}}', '······');
}
