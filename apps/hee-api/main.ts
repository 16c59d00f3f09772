import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from '@fastify/helmet';
import { Logger } from 'nestjs-pino';
import { Configuration, createHttpAdapter } from '#platform';
import { DEPRECATIONS, announceDeprecations } from './edge/deprecations';
import { KnownAnswers } from './edge/known-answers';
import { HeeApiModule } from './hee-api.module';
import { OpenApiDocument } from './metadata/openapi-document';

/** Builds the application; the caller listens. @param deprecations what its callers are told to stop using */
export async function createHeeApi(deprecations = DEPRECATIONS): Promise<NestFastifyApplication> {
  const adapter = createHttpAdapter();
  announceDeprecations(adapter.getInstance(), deprecations);
  let answers: KnownAnswers | null = null;
  KnownAnswers.guard(adapter.getInstance(), () => answers);
  const app = await NestFactory.create<NestFastifyApplication>(HeeApiModule, adapter, {
    bufferLogs: true,
  });
  app.useLogger(app.get(Logger));
  answers = app.get(KnownAnswers);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
  });
  app.get(OpenApiDocument).describe(app, deprecations);
  app.enableShutdownHooks();
  return app;
}

async function main(): Promise<void> {
  const app = await createHeeApi();
  const { heeApiPort, bindAddress } = app.get(Configuration);
  await app.listen(heeApiPort, bindAddress);
  process.on('disconnect', () => void app.close().then(() => process.exit(0)));
  process.send?.({ type: 'ready', url: await app.getUrl() });
}

if (require.main === module) void main();
