/** "+447700900982" as it is written here: "07700 900982". Another country's number stays as it is. */
export function formatPhone(e164: string): string {
  const local = /^\+44(\d{4})(\d+)$/.exec(e164);
  return local ? `0${local[1] ?? ''} ${local[2] ?? ''}` : e164;
}
