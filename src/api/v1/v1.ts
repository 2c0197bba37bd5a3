import swagger from '@fastify/swagger';
import type { FastifyError, FastifyPluginAsync } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { Deps } from '#platform/deps';
import { HttpError } from '#platform/http/http-error';
import { awardsApi } from './awards.api.ts';
import { casesApi } from './cases.api.ts';
import { changeCaseApi } from './change-case.api.ts';
import { contactsApi } from './contacts.api.ts';
import { customersApi } from './customers.api.ts';
import { handOversApi } from './hand-overs.api.ts';
import { incidentsApi } from './incidents.api.ts';
import { jobsApi } from './jobs.api.ts';
import { requireMachine } from './on-api.ts';
import { placesApi } from './places.api.ts';
import { servicesApi } from './services.api.ts';

const INFO = {
  title: 'Frontdoor',
  version: '1',
  description: 'Customers, contacts, cases and jobs of one council. Errors are problem+json (RFC 9457).',
};

/** REST under /api/v1 with its description at /api/openapi.json, both from the same schemas. */
export function v1(deps: Deps): FastifyPluginAsync {
  return async (door) => {
    door.setValidatorCompiler(validatorCompiler);
    door.setSerializerCompiler(serializerCompiler);
    door.setErrorHandler((error: FastifyError) => {
      // The answer is the house's own handler's to write; only the field is known here.
      throw hasZodFastifySchemaValidationErrors(error) ? withField(error) : error;
    });
    await door.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: INFO,
        components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
        security: [{ token: [] }],
      },
      transform: jsonSchemaTransform,
    });
    door.get('/openapi.json', { schema: { hide: true } }, () => door.swagger());
    await door.register(
      (inside) => {
        inside.decorateRequest('machine', null);
        inside.addHook('onRequest', requireMachine(deps));
        customersApi(inside, deps);
        contactsApi(inside, deps);
        casesApi(inside, deps);
        changeCaseApi(inside, deps);
        handOversApi(inside, deps);
        awardsApi(inside, deps);
        incidentsApi(inside, deps);
        jobsApi(inside, deps);
        servicesApi(inside, deps);
        placesApi(inside, deps);
        return Promise.resolve();
      },
      { prefix: '/v1' },
    );
  };
}

type Invalid = Extract<FastifyError, { validation?: unknown }> & {
  validation: readonly { instancePath?: string; message?: string }[];
};

function withField(error: unknown): HttpError {
  const [issue] = (error as Invalid).validation;
  const field = (issue?.instancePath ?? '').split('/').filter(Boolean).join('.');
  return new HttpError(
    400,
    `${field === '' ? 'The body' : field}: ${issue?.message ?? 'is not right'}.`,
    field || 'body',
  );
}
