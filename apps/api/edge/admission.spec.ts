import fastify, { type FastifyInstance } from 'fastify';
import { admitWhatCanBeAnswered } from './admission';

/** A server whose answers wait until they are let go. */
async function slowServer(): Promise<{ readonly server: FastifyInstance; readonly letGo: () => void }> {
  const server = fastify();
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  admitWhatCanBeAnswered(server);
  server.get('/api/slow', async () => {
    await gate;
    return {};
  });
  server.get('/api/health/live', () => ({}));
  server.setErrorHandler((error, _request, reply) => {
    const { httpStatus, retryAfterSeconds } = error as Record<string, number>;
    void reply.code(httpStatus ?? 500).send({ retryAfterSeconds });
  });
  await server.ready();
  return { server, letGo };
}

const asking = (server: FastifyInstance, session: string, count: number) =>
  Array.from({ length: count }, async () =>
    server.inject({ url: '/api/slow', headers: { cookie: `__Host-wholetime-session=${session}` } }),
  );

const statuses = async (answers: ReturnType<typeof asking>): Promise<number[]> =>
  (await Promise.all(answers)).map(({ statusCode }) => statusCode);

describe('admission to the API', () => {
  it('sends a session with many requests in hand away, and nobody else', async () => {
    const { server, letGo } = await slowServer();
    const greedy = asking(server, 'greedy', 40);
    const modest = asking(server, 'modest', 3);
    const refused = await Promise.race(greedy.slice(32));
    letGo();

    expect(refused?.statusCode).toBe(429);
    expect(refused?.json()).toEqual({ retryAfterSeconds: 2 });
    expect((await statuses(greedy)).filter((status) => status === 200)).toHaveLength(32);
    expect(await statuses(modest)).toEqual([200, 200, 200]);
    expect(await statuses(asking(server, 'greedy', 1))).toEqual([200]);
    await server.close();
  });

  it('answers 503 past what it can have in hand, and goes on telling that it is alive', async () => {
    const { server, letGo } = await slowServer();
    const everyone = Array.from({ length: 30 }, (_, index) => asking(server, `session-${index}`, 10)).flat();
    const refused = await Promise.race(everyone.slice(256));
    const alive = await server.inject({ url: '/api/health/live' });
    letGo();

    expect([refused?.statusCode, alive.statusCode]).toEqual([503, 200]);
    expect((await statuses(everyone)).filter((status) => status === 200)).toHaveLength(256);
    expect(await statuses(asking(server, 'session-1', 1))).toEqual([200]);
    await server.close();
  });
});
