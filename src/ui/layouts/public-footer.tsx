import { Footer } from '../components/footer/footer.tsx';
import { useWords } from '../words.ts';
import type { CouncilFace } from './council-face.ts';

/** The end of every public page: the website's own pages, and a phone number for whoever is stuck. */
export function PublicFooter({ council }: { council: CouncilFace }) {
  return (
    <footer class="govuk-template__footer">
      <Footer links={council.footer}>
        <strong>{council.name}</strong>
        {council.phone ? <PhoneLine phone={council.phone} hours={council.phoneHours} /> : null}
      </Footer>
    </footer>
  );
}

/** A number to call: a link that a phone can dial, with the hours beside it. */
export function PhoneLine({ phone, hours }: { phone: string; hours?: string | undefined }) {
  const words = useWords();
  return (
    <p class="fd-phone">
      {words.call}{' '}
      <a class="govuk-footer__link" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
        {phone}
      </a>
      {hours ? <span class="fd-phone__hours">, {hours}</span> : null}
    </p>
  );
}
