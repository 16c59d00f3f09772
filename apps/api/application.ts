import { join } from 'node:path';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Logger } from 'nestjs-pino';
import { createHttpAdapter, projectRoot } from '#platform';
import { ApiModule } from './api.module';
import { admitWhatCanBeAnswered } from './edge/admission';
import { SECURITY_HEADERS } from './edge/security-headers';
import { discardUnreadBodies } from './edge/unread-bodies';
import { serveUserInterface } from './edge/user-interface';
import { OpenApiDocument } from './openapi/openapi-document';

const USER_INTERFACE = 'dist/admin-ui';

/** Builds the application; the caller listens. */
export async function createApi(): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule, createHttpAdapter(), {
    bufferLogs: true,
  });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix('api');
  await app.register(helmet, SECURITY_HEADERS);
  await app.register(cookie);
  await app.register(multipart);
  const server = app.getHttpAdapter().getInstance();
  admitWhatCanBeAnswered(server);
  discardUnreadBodies(server);
  keepAnswersOutOfCaches(server);
  serveUserInterface(server, join(projectRoot(), USER_INTERFACE));
  app.get(OpenApiDocument).describe(app);
  return app;
}

/** Answers are one person's, unless the endpoint says otherwise. */
function keepAnswersOutOfCaches(server: FastifyInstance): void {
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (!reply.hasHeader('Cache-Control')) void reply.header('Cache-Control', 'no-store');
    done();
  });
}
