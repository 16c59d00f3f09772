import { createServer, type Server } from 'node:http';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Bounds of times in seconds: from an answer out of memory to a run with its draws. */
export const METRIC_SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60] as const;

/** Everything this process measures. Labels name routes, states and outcomes, never persons or places. */
export const METRICS = new Registry();

const requests = new Histogram({
  name: 'wholetime_http_request_seconds',
  help: 'Time to answer a request, by route pattern.',
  labelNames: ['method', 'route', 'status'],
  buckets: [...METRIC_SECONDS],
  registers: [METRICS],
});

const runs = new Histogram({
  name: 'wholetime_run_seconds',
  help: 'Time from the claim of a projection run to its end, by outcome.',
  labelNames: ['outcome'],
  buckets: [...METRIC_SECONDS],
  registers: [METRICS],
});

const pulls = new Counter({
  name: 'wholetime_national_pulls_total',
  help: 'Pulls of national clients that are in the log.',
  registers: [METRICS],
});

/** One answered request. */
export interface AnsweredRequest {
  readonly method: string;
  /** The pattern of the route, without the ids in it. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** Notes a request that was answered. */
export function observeRequest({ method, route, status, seconds }: AnsweredRequest): void {
  requests.observe({ method, route, status: String(status) }, seconds);
}

/** Notes how a run ended, and after how many seconds. */
export function observeRun(outcome: string, seconds: number): void {
  runs.observe({ outcome }, seconds);
}

/** Counts pulls of national clients whose log is written. */
export function countPulls(count: number): void {
  pulls.inc(count);
}

/** Adds a figure that is read when the metrics are; a reading that fails leaves it out. */
export function publishGauge(
  { name, help, label }: { readonly name: string; readonly help: string; readonly label: string },
  read: () => Promise<Readonly<Record<string, number>>>,
): void {
  METRICS.removeSingleMetric(name);
  const gauge = new Gauge({
    name,
    help,
    labelNames: [label],
    registers: [METRICS],
    collect: async () => {
      const values = await read().catch(() => ({}));
      gauge.reset();
      for (const [key, value] of Object.entries(values)) gauge.set({ [label]: key }, value);
    },
  });
}

/** Serves the metrics of the process on a port of their own, which no proxy needs to let through. */
export class MetricsServer {
  private server: Server | undefined;

  /** @throws the error of the port, such as one that is taken */
  async listen(port: number, address: string): Promise<void> {
    collectDefaultMetrics({ register: METRICS, prefix: 'wholetime_' });
    const server = createServer((request, response) => {
      if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
      METRICS.metrics().then(
        (text) => response.writeHead(200, { 'content-type': METRICS.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, address, resolve);
    });
    this.server = server;
  }

  /** Ends it. */
  close(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }
}
