import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { toOpenApi31 } from '#platform';
import { markDeprecations, type Deprecation } from '../edge/deprecations';
import { SECURITY_SCHEME } from '../token/bearer.guard';
import { ASSERTION_TYPE } from '../token/token.controller';
import { webhookOperations } from '../webhooks/webhook.schema';

/** Holds the OpenAPI 3.1 document once the application knows its routes. */
export class OpenApiDocument {
  private document: object = {};

  get value(): object {
    return this.document;
  }

  /** Describes the routes of an application. */
  describe(app: INestApplication, deprecations: readonly Deprecation[]): void {
    const base = new DocumentBuilder()
      .setTitle('Wholetime national API')
      .setDescription('Immutable releases of workforce projections for the national body.')
      .setVersion('1')
      .addOAuth2(
        { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/oauth2/token', scopes: SCOPES } } },
        SECURITY_SCHEME,
      )
      .build();
    const document = SwaggerModule.createDocument(app, base);
    document.paths['/oauth2/token'] = { post: TOKEN_OPERATION };
    markDeprecations(document, deprecations);
    this.document = toOpenApi31({ ...document, webhooks: webhookOperations() });
  }
}

const SCOPES = {
  'releases:read': 'Read releases and their observations.',
  'national:write': 'Send envelopes and training supply of the national body.',
};

const TOKEN_OPERATION: NonNullable<OpenAPIObject['paths'][string]['post']> = {
  operationId: 'issueToken',
  summary: 'Get a bearer token for a signed assertion (RFC 7523), valid ten minutes',
  tags: ['Token'],
  requestBody: {
    required: true,
    content: {
      'application/x-www-form-urlencoded': {
        schema: {
          type: 'object',
          required: ['grant_type', 'client_assertion_type', 'client_assertion'],
          properties: {
            grant_type: { type: 'string', enum: ['client_credentials'] },
            client_assertion_type: { type: 'string', enum: [ASSERTION_TYPE] },
            client_assertion: {
              type: 'string',
              description: 'JWT signed with a registered key, valid 5 minutes at most.',
            },
            scope: { type: 'string' },
          },
        },
      },
    },
  },
  responses: {
    '200': { description: 'The token.' },
    '400': { description: 'The request is malformed.' },
    '401': { description: 'The assertion is not accepted.' },
  },
};
