import { type ContactPoint, english } from '#modules/councils';
import { Button, Form, href, Link } from '#ui';
import { lasting } from '../../doors/when.ts';
import { CHANNEL_WORDS } from '../words.ts';
import type { CallPageProps } from './call-page-props.ts';
import type { CallView } from './call-view.ts';

/** What the adviser has on their hands, and a way to answer the next one beside it. */
export function LiveWork({ view, hidden }: CallPageProps) {
  return (
    <>
      {view.live.length > 0 ? (
        <ul class="fd-work">
          {view.live.map((one) => (
            <LiveItem key={one.id} one={one} view={view} />
          ))}
        </ul>
      ) : (
        <p class="govuk-body fd-mute">Nothing else is waiting for you.</p>
      )}
      <StartButtons hidden={hidden} lines={view.lines} />
    </>
  );
}

function LiveItem({ one, view }: { one: CallView['live'][number]; view: CallView }) {
  const isThis = one.id === view.contact.id;
  const who = one.customerName ?? one.givenName ?? 'Not identified yet';
  return (
    <li class="fd-work__item" aria-current={isThis ? 'true' : undefined}>
      <a href={href(`/desk/contacts/${one.id}`)}>
        {CHANNEL_WORDS[one.channel as keyof typeof CHANNEL_WORDS]}: {who}
      </a>
      <span class="fd-mute fd-numeric"> {one.endedAt ? 'write up' : lasting(one.startedAt, view.now)}</span>
    </li>
  );
}

/** The next contact, by how it comes in. */
export function StartButtons({ hidden, lines }: { hidden: Record<string, string>; lines: readonly ContactPoint[] }) {
  return (
    <Form action="/desk/calls" hidden={hidden} class="fd-start">
      <Button name="channel" value="phone">
        Answer a call
      </Button>
      {lines.map(({ slug, name }) => (
        <Button key={slug} name="line" value={slug} look="secondary">
          Answer: {english(name)}
        </Button>
      ))}
      <Button name="channel" value="counter" look="secondary">
        Counter
      </Button>
      <Button name="channel" value="letter" look="secondary">
        Letter
      </Button>
      <Button name="channel" value="email" look="secondary">
        Email
      </Button>
      <Button name="channel" value="sms" look="secondary">
        Text
      </Button>
      <Button name="channel" value="social" look="secondary">
        Social media
      </Button>
    </Form>
  );
}

/** A contact that somebody passed on and nobody has taken. */
export function TakeIt({ view, hidden }: { view: CallView; hidden: Record<string, string> }) {
  if (view.contact.staffId !== null || view.contact.endedAt) return null;
  return (
    <div class="fd-notice">
      <p class="govuk-body">This contact was passed to your team. Nobody has taken it yet.</p>
      <Form action={`/desk/contacts/${view.contact.id}/take`} hidden={hidden}>
        <Button>Take it</Button> <Link href="/desk">Leave it</Link>
      </Form>
    </div>
  );
}
