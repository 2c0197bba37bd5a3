/** Where everybody can fetch a photo of a public report. It is there while somebody has cleared it. */
export function photoUrl(publicUrl: string, reference: string, photoId: string): string {
  return `${publicUrl}/track/${reference}/photos/${photoId}`;
}
