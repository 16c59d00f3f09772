import { Injectable, type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { toOpenApi31 } from '#platform';
import { SESSION_COOKIE } from '../access/session-cookie';

/** Holds the OpenAPI 3.1 document once the application knows its routes. */
@Injectable()
export class OpenApiDocument {
  #document: object = {};

  get value(): object {
    return this.#document;
  }

  /** Describes the routes of an application. */
  describe(app: INestApplication): void {
    const base = new DocumentBuilder()
      .setTitle('Wholetime planners’ API')
      .setDescription(
        'Rounds, plans, assumptions and projections for the people who plan. Errors are problem documents ' +
          '(RFC 9457). Every request that changes something carries the session’s token as X-CSRF-Token.',
      )
      .setVersion('1')
      .setLicense('MIT', 'https://opensource.org/license/mit')
      .addServer('/')
      .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE }, 'session')
      .build();
    this.#document = toOpenApi31(SwaggerModule.createDocument(app, base));
  }
}
