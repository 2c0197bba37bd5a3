import { type AddressesFound, BY_HAND, HAND_PARTS, type QuestionOf, seenField } from '#modules/questions';
import { Details, type Errors, InsetText, Select, TextInput, type Values } from '#ui';

interface AddressPartsProps {
  question: QuestionOf<'address'>;
  shown: { values: Values; errors: Errors };
  /** The browser may fill in the address of whoever types. */
  isOwn: boolean;
  found: AddressesFound | undefined;
}

/**
 * An address: its postcode, then one of the addresses that the council has there, or the lines of one that no list has.
 * It needs no script: the list comes with the page that answers the postcode.
 */
export function AddressParts({ question: { id }, shown, isOwn, found }: AddressPartsProps) {
  const own = (name: string) => (isOwn ? name : 'off');
  const isOpen = isByHand(id, shown, found);
  return (
    <>
      <TextInput
        name={`${id}-postcode`}
        label="Postcode"
        hint={found ? undefined : 'We look up the addresses that have it'}
        autocomplete={own('postal-code')}
        autocapitalize="characters"
        width={10}
        {...shown}
      />
      {found ? <input type="hidden" name={seenField({ id })} value={found.postcode} /> : null}
      {found ? <Found id={id} found={found} shown={shown} /> : null}
      <Details summary="Enter the address by hand" open={isOpen}>
        <TextInput name={`${id}-line-1`} label="House and street" autocomplete={own('address-line1')} {...shown} />
        <TextInput
          name={`${id}-line-2`}
          label="Second line (optional)"
          autocomplete={own('address-line2')}
          {...shown}
        />
        <TextInput
          name={`${id}-town`}
          label="Town (optional)"
          hint="Abroad: the town and the country, and no postcode."
          autocomplete={own('address-level2')}
          width="two-thirds"
          {...shown}
        />
      </Details>
    </>
  );
}

/** The lines are open where they were used, where they are wrong, and where there is no list. */
function isByHand(
  id: string,
  { values, errors }: AddressPartsProps['shown'],
  found: AddressesFound | undefined,
): boolean {
  const isChosen = found?.addresses.some(({ uprn }) => String(uprn) === values[`${id}-uprn`]) ?? false;
  if (isChosen) return false;
  if (values[`${id}-uprn`] === BY_HAND || found?.addresses.length === 0) return true;
  return HAND_PARTS.some((part) => Boolean(values[`${id}-${part}`]) || errors[`${id}-${part}`] !== undefined);
}

function Found({ id, found, shown }: { id: string; found: AddressesFound } & Pick<AddressPartsProps, 'shown'>) {
  const { postcode, addresses, elsewhere } = found;
  if (addresses.length === 0) {
    return (
      <>
        <input type="hidden" name={`${id}-uprn`} value={BY_HAND} />
        <InsetText>
          {elsewhere
            ? `${postcode} is in the area of ${elsewhere}, outside ours.`
            : `We have no list of addresses for ${postcode}.`}{' '}
          Enter the address by hand.
        </InsetText>
      </>
    );
  }
  return (
    <Select
      name={`${id}-uprn`}
      label="Choose the address"
      hint={
        addresses.some(({ isInvented }) => isInvented)
          ? 'These addresses are made up. The postcodes are real.'
          : undefined
      }
      items={[
        { value: '', text: `Choose from ${addresses.length}` },
        ...addresses.map(({ uprn, line }) => ({ value: String(uprn), text: line })),
        { value: BY_HAND, text: 'It is not in the list: I enter it by hand' },
      ]}
      {...shown}
    />
  );
}
