/** Where something is. A household's matter has a UPRN; a street's has a point; a description alone is better than nothing. */
export interface PlaceAnswer {
  /** As it is read out and printed on a job sheet. */
  text: string;
  uprn?: number | undefined;
  postcode?: string | undefined;
  houseKey?: string | undefined;
  lat?: number | undefined;
  lon?: number | undefined;
  wardCode?: string | undefined;
}

/** A date is `YYYY-MM-DD`; photos and files are their ids; an optional question that was passed over is an empty text. */
export type Answer = string | boolean | readonly string[] | PlaceAnswer;

/** By the stable id of the question, which outlives versions of the definition. */
export type Answers = Readonly<Record<string, Answer>>;

export function isPlace(answer: Answer | undefined): answer is PlaceAnswer {
  return typeof answer === 'object' && !Array.isArray(answer);
}

/** An optional question that was seen and left empty counts as answered, or it would be asked for ever. */
export function isEmptyAnswer(answer: Answer): boolean {
  return answer === '' || (Array.isArray(answer) && answer.length === 0);
}
