import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { postMessage } from './post-message';
import type { AllowedTargets, NetworkAddress, ResolveName } from './target-address';

const MILLISECONDS = 5_000;
const message = { headers: { 'webhook-id': '1' }, body: '{}' };
const HERE: NetworkAddress = { address: '127.0.0.1', family: 4 };
const here: ResolveName = () => Promise.resolve([HERE]);
const servers: Server[] = [];

afterAll(() => Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve)))));

/** A server on this machine. @returns its address under a name that only {@link here} knows */
async function receiver(answer: RequestListener): Promise<URL> {
  const server = createServer(answer).listen(0, HERE.address);
  servers.push(server);
  await once(server, 'listening');
  return new URL(`http://receiver.invalid:${(server.address() as AddressInfo).port}/told`);
}

const outlet = (resolve = here, targets: AllowedTargets = 'any', milliseconds = MILLISECONDS) => ({
  targets,
  resolve,
  milliseconds,
});

describe('a message that is sent', () => {
  it('reaches the address that was looked up, under the name that was asked for', async () => {
    let host: string | undefined;
    const url = await receiver((request, response) => {
      host = request.headers.host;
      response.writeHead(204).end();
    });
    expect(await postMessage(url, message, outlet())).toEqual({ outcome: 'answered', status: 204 });
    expect(host).toBe(url.host);
  });

  it('goes to the address that was checked though the name stands for another a moment later', async () => {
    let lookups = 0;
    const url = await receiver((_, response) => response.writeHead(200).end());
    const rebinding: ResolveName = () => {
      lookups += 1;
      return Promise.resolve([lookups === 1 ? HERE : { address: '127.0.0.2', family: 4 }]);
    };
    expect(await postMessage(url, message, outlet(rebinding))).toEqual({ outcome: 'answered', status: 200 });
    expect(lookups).toBe(1);
  });

  it('opens no connection when the name has come to stand for an address of the inside', async () => {
    let requests = 0;
    const url = await receiver((_, response) => {
      requests += 1;
      response.end();
    });
    const outcome = await postMessage(url, message, outlet(here, 'public'));
    expect([outcome, requests]).toEqual([{ outcome: 'refused-address', status: null }, 0]);
  });

  it('follows no redirect', async () => {
    const paths: (string | undefined)[] = [];
    const url = await receiver((request, response) => {
      paths.push(request.url);
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await postMessage(url, message, outlet())).toEqual({ outcome: 'answered', status: 302 });
    expect(paths).toEqual(['/told']);
  });

  it('waits no longer than it may, for an answer or for a name', async () => {
    const url = await receiver(() => undefined);
    const timedOut = { outcome: 'timed-out', status: null };
    expect(await postMessage(url, message, outlet(here, 'any', 50))).toEqual(timedOut);
    const never: ResolveName = () => new Promise(() => undefined);
    expect(await postMessage(url, message, outlet(never, 'any', 50))).toEqual(timedOut);
    servers.at(-1)?.closeAllConnections();
  });

  it('reads no more of an answer than it must', async () => {
    let closed: Promise<boolean> | undefined;
    const url = await receiver((_, response) => {
      closed = once(response, 'close').then(() => !response.writableFinished);
      const fill = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
        if (!response.destroyed) response.once('drain', fill);
      };
      response.writeHead(200);
      fill();
    });
    expect(await postMessage(url, message, outlet())).toEqual({ outcome: 'answered', status: 200 });
    expect(await closed).toBe(true);
  });

  it('is unreachable where nobody listens', async () => {
    const url = await receiver(() => undefined);
    const gone = servers.pop();
    await new Promise((resolve) => gone?.close(resolve));
    expect(await postMessage(url, message, outlet())).toEqual({ outcome: 'unreachable', status: null });
  });
});
