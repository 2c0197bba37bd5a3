import { type ServiceDefinition, serviceSchema } from './service-schema.ts';

/**
 * A definition as it was kept. What definitions have gained since takes its default; one that an older release could
 * read and this one cannot stays as it is, because running cases need it.
 */
export function readDefinition(body: unknown): ServiceDefinition {
  return serviceSchema.safeParse(body).data ?? (body as ServiceDefinition);
}
