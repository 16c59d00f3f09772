import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Configuration } from '#platform';
import { createApi } from './application';

/** Requests in hand get this long to end. */
const DRAIN_MILLISECONDS = 10_000;

const IDLE_LOOK_MILLISECONDS = 100;

async function main(): Promise<void> {
  const app = await createApi();
  const { port, bindAddress } = app.get(Configuration);
  await app.listen(port, bindAddress);
  process.on('disconnect', () => void leave(app));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void leave(app));
  process.send?.({ type: 'ready', url: await app.getUrl() });
}

let isLeaving = false;

/** Ends the process when the parent is gone or says so, at the latest after the time to drain. */
async function leave(app: NestFastifyApplication): Promise<void> {
  if (isLeaving) return;
  isLeaving = true;
  setTimeout(() => process.exit(1), DRAIN_MILLISECONDS).unref();
  // A connection that was busy when closing began falls idle later and would be kept alive for a minute.
  setInterval(() => app.getHttpServer().closeIdleConnections(), IDLE_LOOK_MILLISECONDS).unref();
  await app.close();
  process.exit(0);
}

main().catch((error: unknown) => {
  new Logger('Api').error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
