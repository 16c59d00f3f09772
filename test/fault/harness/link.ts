import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/** What a link does with what passes. */
export type LinkState = 'open' | 'refusing' | 'silent';

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

/** A TCP port in front of a server's socket, on which a network can be slow, silent, cut off or forgetful. */
export class Link {
  private readonly pairs = new Set<Pair>();
  private state: LinkState = 'open';
  private delayMilliseconds = 0;

  private constructor(
    private readonly listener: Server,
    private readonly socketPath: string,
  ) {}

  /** @param socketPath the server's socket, which need not be there yet */
  static async open(socketPath: string): Promise<Link> {
    const listener = createServer({ pauseOnConnect: true });
    const link = new Link(listener, socketPath);
    listener.on('connection', (client) => link.accept(client));
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    return link;
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  /** Each piece arrives so much later, in both directions. */
  slow(milliseconds: number): void {
    this.delayMilliseconds = milliseconds;
  }

  /** Everything passes again; connections that were forgotten stay so. */
  mend(): void {
    this.state = 'open';
    this.delayMilliseconds = 0;
    this.pairs.forEach((pair) => this.resume(pair));
  }

  /** Nothing passes and nobody is told: connections stand, new ones are taken and not answered. */
  silence(): void {
    this.state = 'silent';
    this.pairs.forEach(({ client, server }) => [client, server].forEach((each) => each.pause()));
  }

  /** Every connection is reset (RST), and so is each new one until the link is mended. */
  refuse(): void {
    this.state = 'refusing';
    this.cut();
  }

  /** Resets the connections there are; new ones pass. */
  cut(): void {
    this.pairs.forEach(({ client, server }) => {
      client.resetAndDestroy();
      server.destroy();
    });
    this.pairs.clear();
  }

  /** The connections there are carry nothing any more and stay open, as after a firewall forgot them. */
  forget(): void {
    this.pairs.forEach(({ client, server }) => {
      client.removeAllListeners('data').resume();
      client.removeAllListeners('close').on('close', () => server.destroy());
      server.removeAllListeners('data').removeAllListeners('close').resume();
    });
    this.pairs.clear();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.listener.close(resolve));
  }

  private accept(client: Socket): void {
    client.on('error', () => undefined);
    if (this.state === 'refusing') {
      client.resetAndDestroy();
      return;
    }
    const server = connect(this.socketPath);
    const pair: Pair = { client, server };
    this.pairs.add(pair);
    server.pause();
    server.on('error', () => client.resetAndDestroy());
    this.carry(client, server);
    this.carry(server, client);
    const end = (): void => {
      this.pairs.delete(pair);
      client.destroy();
      server.destroy();
    };
    client.on('close', end);
    server.on('close', end);
    if (this.state === 'open') this.resume(pair);
  }

  private carry(from: Socket, to: Socket): void {
    from.on('data', (piece) => {
      if (this.delayMilliseconds === 0) return void to.write(piece);
      // Timers of one length end in the order in which they were set: pieces never overtake one another.
      setTimeout(() => to.writable && to.write(piece), this.delayMilliseconds);
    });
  }

  private resume({ client, server }: Pair): void {
    client.resume();
    server.resume();
  }
}
