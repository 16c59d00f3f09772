import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Subject, interval, map, merge, takeUntil, timer, type Observable } from 'rxjs';

/** A server-sent event; the data goes as JSON. */
export interface ServerSentEvent {
  readonly name: string;
  readonly data: unknown;
}

/** Proxies and browsers drop connections that stay silent. */
const HEARTBEAT_MILLISECONDS = 15_000;

/** Then the browser connects again, and session and permissions are looked at again. */
const LONGEST_STREAM_MILLISECONDS = 5 * 60_000;

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
};

/** Streams of server-sent events, ended when the process shuts down. */
@Injectable()
export class EventStreams implements BeforeApplicationShutdown {
  readonly #shutdown = new Subject<void>();

  beforeApplicationShutdown(): void {
    this.#shutdown.next();
  }

  /** Sends events until the browser leaves, five minutes have passed, or the process shuts down. */
  open(request: FastifyRequest, reply: FastifyReply, events: Observable<ServerSentEvent>): void {
    const { raw } = reply;
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) raw.setHeader(name, value);
    }
    reply.hijack();
    raw.writeHead(200, HEADERS);
    raw.write(': open\n\n');
    const left = new Subject<void>();
    request.raw.once('close', () => left.next());
    merge(events.pipe(map(encoded)), interval(HEARTBEAT_MILLISECONDS).pipe(map(() => ': still here\n\n')))
      .pipe(takeUntil(merge(left, this.#shutdown, timer(LONGEST_STREAM_MILLISECONDS))))
      .subscribe({
        next: (text) => raw.write(text),
        error: () => raw.end(),
        complete: () => raw.end(),
      });
  }
}

const encoded = ({ name, data }: ServerSentEvent): string =>
  `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
