import type { EvidenceView } from '#modules/evidence';
import { REFUSAL_REASONS } from '#modules/evidence';
import { Button, Details, Form, href, Select, Tag, type TagColour, Textarea, TextInput } from '#ui';
import { shortWhen } from '../../doors/when.ts';
import type { CasePageProps } from './case-page-props.ts';

const STATE_TAGS: Readonly<Record<EvidenceView['state'], [words: string, colour: TagColour]>> = {
  asked: ['Asked for', 'yellow'],
  given: ['To check', 'blue'],
  checked: ['Checked', 'green'],
  refused: ['Refused', 'red'],
  expired: ['Expired', 'orange'],
};

const PLAN_WORDS: Readonly<Record<NonNullable<EvidenceView['planned']>, string>> = {
  upload: 'They upload it',
  later: 'They send it later',
  'in-person': 'They show it in person',
  not: 'They said that they will not send it',
};

/** Each piece of evidence with its state, its files and what can be done with it; and a way to ask for more. */
export function CaseEvidence(props: CasePageProps) {
  const { evidence, view, offers } = props;
  const { pieces, others } = evidence;
  if (pieces.length === 0 && others.length === 0) return null;
  return (
    <section class="fd-panel" aria-labelledby="evidence">
      <h2 class="govuk-heading-m" id="evidence">
        Evidence
      </h2>
      {pieces.map((piece) => (
        <Piece key={piece.id} {...props} piece={piece} />
      ))}
      {view.ending || !offers.give ? null : <AskForMore {...props} />}
    </section>
  );
}

type PieceProps = CasePageProps & { piece: EvidenceView };

function Piece(props: PieceProps) {
  const { piece, view, directory, now, errors } = props;
  const [words, colour] = STATE_TAGS[piece.state];
  const { zone } = directory.config.profile;
  const error = errors[`evidence-${piece.piece}`];
  return (
    <div class="fd-evidence" id={`evidence-${piece.piece}`}>
      <h3 class="govuk-heading-s">
        {piece.name} <Tag colour={colour}>{words}</Tag>
      </h3>
      {error ? <p class="govuk-error-message">{error}</p> : null}
      <p class="govuk-body-s">{factsOf(piece).join(' · ')}</p>
      <p class="govuk-body-s fd-mute">
        {piece.byName}, {shortWhen(piece.changedAt, zone, now)}
      </p>
      <Files piece={piece} reference={view.reference} />
      {view.ending ? null : <PieceActs {...props} />}
    </div>
  );
}

function factsOf({ planned, shown, dueOn, validUntil, reason, required, show, state }: EvidenceView): string[] {
  return [
    required ? '' : 'Not required',
    show === 'in-person' ? 'Must be shown in person' : '',
    shown === 'in-person' ? 'Seen in person' : '',
    state === 'asked' && planned ? PLAN_WORDS[planned] : '',
    (state === 'asked' || state === 'refused') && dueOn ? `Due ${inWords(dueOn)}` : '',
    validUntil ? `Good until ${inWords(validUntil)}` : '',
    reason ?? '',
  ].filter((fact) => fact !== '');
}

/** A calendar date as a person reads it: "20 December 2026". */
function inWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

const SCAN_WORDS: Readonly<Record<string, string>> = {
  clean: 'virus check passed',
  infected: 'a virus was found: it cannot be opened',
  'not-scanned': 'not checked for viruses',
  waiting: 'waits for its virus check',
  failed: 'the virus check failed and is tried again',
};

function Files({ piece, reference }: { piece: EvidenceView; reference: string }) {
  if (piece.files.length === 0) return null;
  return (
    <ul class="govuk-list">
      {piece.files.map(({ id, name, scanState }) => (
        <li key={id}>
          {scanState === 'infected' ? (
            name
          ) : (
            <a class="govuk-link" href={href(`/desk/cases/${reference}/evidence/${piece.piece}/files/${id}`)}>
              {name}
            </a>
          )}{' '}
          <span class="fd-mute">{SCAN_WORDS[scanState] ?? scanState}</span>
        </li>
      ))}
    </ul>
  );
}

function PieceActs({ piece, view, hidden, offers }: PieceProps) {
  const action = `/desk/cases/${view.reference}/evidence`;
  const about = { ...hidden, piece: piece.piece };
  const mayBeSeen = piece.state !== 'checked' && piece.show !== 'upload';
  const canCheck = offers.give && piece.state === 'given' && piece.show !== 'in-person';
  const canRefuse = offers.give && (piece.state === 'given' || piece.state === 'checked');
  return (
    <>
      <Form action={action} hidden={about} class="fd-buttons">
        {canCheck ? (
          <Button name="act" value="check" look="secondary">
            It will do<span class="govuk-visually-hidden">: {piece.name}</span>
          </Button>
        ) : null}
        {offers.work && mayBeSeen ? (
          <Button name="act" value="seen" look="secondary">
            Seen in person by me<span class="govuk-visually-hidden">: {piece.name}</span>
          </Button>
        ) : null}
      </Form>
      {canRefuse ? (
        <Details summary="It will not do">
          <Form action={action} hidden={{ ...about, act: 'refuse' }}>
            <Select
              name="reason"
              id={`reason-${piece.piece}`}
              label="What is wrong with it?"
              items={[
                { value: '', text: 'In my own words' },
                ...REFUSAL_REASONS.map((one) => ({ value: one, text: one })),
              ]}
            />
            <Textarea
              name="words"
              id={`words-${piece.piece}`}
              label="In your own words"
              hint="The customer reads this and is asked for another."
              rows={2}
            />
            <Button look="warning">Refuse and ask for another</Button>
          </Form>
        </Details>
      ) : null}
    </>
  );
}

function AskForMore({ evidence, view, directory, hidden, errors, values }: CasePageProps) {
  const shown = { values, errors };
  const again = evidence.pieces.filter(({ state, isWaitedFor }) => state !== 'given' && !isWaitedFor);
  const listed = [...evidence.others, ...again].map(({ piece, name }) => ({ value: piece, text: name }));
  return (
    <Details
      summary="Ask for more"
      open={['more-piece', 'more-name', 'more-why', 'more-due'].some((field) => errors[field])}
    >
      <Form action={`/desk/cases/${view.reference}/more-evidence`} hidden={hidden}>
        <Select
          {...shown}
          name="more-piece"
          label="What do you need?"
          items={[{ value: '', text: 'Something else' }, ...listed]}
        />
        <TextInput {...shown} name="more-name" label="Something else: what?" />
        <Textarea
          {...shown}
          name="more-why"
          label="Why it is needed"
          hint="The customer is written to. The promise waits for it where its standard says so."
          rows={2}
        />
        <TextInput
          {...shown}
          name="more-due"
          type="date"
          label="By which day?"
          hint={`Leave it empty for the day that the list gives, or ${directory.config.profile.settings.askedEvidence.days} days from today. The customer is told the day, and reminded once when it has passed.`}
          width={10}
        />
        <Button look="secondary">Ask for it</Button>
      </Form>
    </Details>
  );
}
