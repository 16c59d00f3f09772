import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A message as it came in. */
export interface ReceivedMessage {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver of webhooks: answers as it is told, the last status again and again. */
export class WebhookReceiver {
  readonly messages: ReceivedMessage[] = [];
  private statuses: readonly number[] = [204];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<WebhookReceiver> {
    const server = createServer().listen(0, '127.0.0.1');
    const receiver = new WebhookReceiver(server);
    server.on('request', (request, response) => {
      void text(request).then((body) => {
        receiver.messages.push({ headers: request.headers, body });
        const [status = 204, ...later] = receiver.statuses;
        if (later.length > 0) receiver.statuses = later;
        response.writeHead(status).end();
      });
    });
    await once(server, 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/told`;
  }

  /** Forgets what came in, and answers from now on with these. */
  answer(...statuses: readonly number[]): void {
    this.messages.splice(0);
    this.statuses = statuses;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
