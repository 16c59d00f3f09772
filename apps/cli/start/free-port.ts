import { createServer } from 'node:net';
import { StartError } from './start.error';

/** A port that is to be free and the variable that moves it. */
export interface WantedPort {
  readonly port: number;
  readonly address: string;
  readonly variable: string;
}

/**
 * Makes sure that nobody listens on the port yet; port 0 is any free one.
 *
 * @throws StartError naming the port and how to choose another.
 */
export async function assertPortIsFree({ port, address, variable }: WantedPort): Promise<void> {
  const server = createServer();
  const failure = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    server.once('error', resolve);
    server.listen({ port, host: address, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
  if (failure === undefined) {
    return;
  }
  const other = `${variable}=${port + 10} npm start`;
  if (failure.code === 'EADDRINUSE') {
    throw new StartError(`Port ${port} is taken by another program. Choose another one: ${other}`);
  }
  if (failure.code === 'EACCES') {
    throw new StartError(`Port ${port} needs more rights than this user has. Choose another one: ${other}`);
  }
  throw new StartError(`Cannot listen on ${address} port ${port} (${failure.code}).`);
}
