import { connect, type Socket } from 'node:net';

/** What is asked again and again. */
export interface LoadTarget {
  /** Address of the server, `http://host:port`. */
  readonly url: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The status that every answer must have. */
  readonly status: number;
}

export interface LoadLimits {
  readonly connections: number;
  /** No request is begun after so long. */
  readonly milliseconds: number;
  /** Nor after so many. */
  readonly requests: number;
}

export interface LoadOutcome {
  readonly requests: number;
  readonly bodyBytes: number;
  readonly seconds: number;
}

const END_OF_HEAD = '\r\n\r\n';

/**
 * Asks over several kept connections, on each the next request when the answer is read. Works on sockets, so that
 * what asks costs less than what answers.
 *
 * @throws Error for an answer of another status
 */
export async function putUnderLoad(target: LoadTarget, limits: LoadLimits): Promise<LoadOutcome> {
  const start = performance.now();
  const budget = { left: limits.requests, until: start + limits.milliseconds };
  const asked = Array.from({ length: limits.connections }, () => askRepeatedly(target, budget));
  const outcomes = await Promise.all(asked);
  return {
    requests: outcomes.reduce((sum, { requests }) => sum + requests, 0),
    bodyBytes: outcomes.reduce((sum, { bodyBytes }) => sum + bodyBytes, 0),
    seconds: (performance.now() - start) / 1000,
  };
}

async function askRepeatedly(
  target: LoadTarget,
  budget: { left: number; readonly until: number },
): Promise<{ requests: number; bodyBytes: number }> {
  const { hostname, port } = new URL(target.url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  const request = requestText(target);
  const answers = new AnswerReader(target.status);
  const tally = { requests: 0, bodyBytes: 0 };
  const next = (): void => {
    if (budget.left <= 0 || performance.now() > budget.until) return void socket.end();
    budget.left -= 1;
    socket.write(request);
  };
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', next);
    socket.once('error', reject);
    socket.once('close', () => resolve());
    socket.on('data', (part: Buffer) => {
      try {
        const bodyBytes = answers.take(part);
        if (bodyBytes === null) return;
        tally.requests += 1;
        tally.bodyBytes += bodyBytes;
        next();
      } catch (error) {
        fail(socket, error);
      }
    });
  });
  return tally;
}

function fail(socket: Socket, error: unknown): void {
  socket.destroy(error instanceof Error ? error : new Error(String(error)));
}

function requestText({ url, path, headers }: LoadTarget): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\nHost: ${new URL(url).host}\r\n${lines.join('')}\r\n`;
}

/** Reads answers one after the other: their head, then as many bytes as it says. */
class AnswerReader {
  private head = '';
  private bodyBytes: number | null = null;
  private bodyLeft = 0;

  constructor(private readonly status: number) {}

  /** Takes what has come. @returns bytes of the body when the answer is complete, else null */
  take(part: Buffer): number | null {
    if (this.bodyBytes !== null) return this.count(part.length);
    this.head += part.toString('latin1');
    const end = this.head.indexOf(END_OF_HEAD);
    if (end < 0) return null;
    const rest = this.head.length - end - END_OF_HEAD.length;
    this.bodyBytes = this.lengthIn(this.head.slice(0, end));
    this.bodyLeft = this.bodyBytes;
    this.head = '';
    return this.count(rest);
  }

  private count(bytes: number): number | null {
    this.bodyLeft -= bytes;
    if (this.bodyLeft > 0) return null;
    const { bodyBytes } = this;
    this.bodyBytes = null;
    return bodyBytes;
  }

  private lengthIn(head: string): number {
    const status = Number(head.slice(9, 12));
    if (status !== this.status) throw new Error(`The server answered ${head.split('\r\n', 1)[0]}.`);
    return Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  }
}
