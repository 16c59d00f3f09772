import 'reflect-metadata';
import { Logger as NestLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { Configuration, createHttpAdapter } from '#platform';
import { WorkerModule } from './worker.module';

/** Draining and closing together; past it the process ends, and other workers find what it left. */
const LEAVE_MILLISECONDS = 12_000;

async function main(): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(WorkerModule, createHttpAdapter(), {
    bufferLogs: true,
  });
  app.useLogger(app.get(Logger));
  process.on('disconnect', () => void leave(app));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void leave(app));
  const { workerPort, bindAddress } = app.get(Configuration);
  await app.listen(workerPort, bindAddress);
  process.send?.({ type: 'ready', url: await app.getUrl() });
}

let isLeaving = false;

/** Ends the process when the parent is gone or says so, at the latest after the time to leave. */
async function leave(app: NestFastifyApplication): Promise<void> {
  if (isLeaving) return;
  isLeaving = true;
  setTimeout(() => process.exit(1), LEAVE_MILLISECONDS).unref();
  await app.close();
  process.exit(0);
}

main().catch((error: unknown) => {
  new NestLogger('Worker').error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
