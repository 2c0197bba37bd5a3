import { english } from '#modules/councils';
import { type FieldQuestion, isFieldQuestion } from '#modules/questions';
import type { ReportService } from '#modules/services';
import type { Open311Record } from './xml.ts';

/** A question that a client answers by `attribute[<id>]`. The place and photos have fields of their own. */
export type AttributeQuestion = FieldQuestion;

/**
 * The questions of a service that stand as attributes. The one that `description` answers (`describedBy`) is not among
 * them: a client always sends a description, and nobody should be asked twice.
 */
export function attributeQuestions(service: ReportService): AttributeQuestion[] {
  const described = describedBy(service);
  return service.questions.flatMap((question) =>
    isFieldQuestion(question) && question.id !== described ? [question] : [],
  );
}

/** The id of the question that the request's description answers: the first that takes long text. */
export function describedBy({ questions }: ReportService): string | undefined {
  return questions.find(({ kind }) => kind === 'long-text')?.id;
}

// Kinds that the standard has no type for are text there, with what to type in their description.
const DATATYPES: Readonly<Partial<Record<AttributeQuestion['kind'], string>>> = {
  'long-text': 'text',
  choice: 'singlevaluelist',
  choices: 'multivaluelist',
  'yes-no': 'singlevaluelist',
  date: 'datetime',
  number: 'number',
};

/** A question as an attribute of the standard. One that only some answers call for is not required of everybody. */
export function attributeOf(question: AttributeQuestion, order: number): Open311Record {
  return {
    variable: true,
    code: question.id,
    datatype: DATATYPES[question.kind] ?? 'string',
    required: question.required && question.showIf === undefined,
    datatype_description: question.hint ? english(question.hint) : '',
    order,
    description: english(question.label),
    values: valuesOf(question),
  };
}

function valuesOf(question: AttributeQuestion): Open311Record[] {
  if (question.kind === 'yes-no')
    return [
      { key: 'yes', name: 'Yes' },
      { key: 'no', name: 'No' },
    ];
  if (question.kind !== 'choice' && question.kind !== 'choices') return [];
  return question.options.map(({ value, label }) => ({ key: value, name: english(label) }));
}
