import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { publishGauge } from '#platform';
import { QueueInspector, readOutboxLine, type WaitingLine } from '#queue';

const valuesOf = (
  lines: Readonly<Record<string, WaitingLine>>,
  value: (line: WaitingLine) => number,
): Record<string, number> =>
  Object.fromEntries(Object.entries(lines).map(([name, line]) => [name, value(line)]));

/** What waits, as metrics: what an autoscaler goes by. */
@Injectable()
export class QueueMetrics implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly inspector: QueueInspector,
  ) {}

  onModuleInit(): void {
    const lines = async (): Promise<Record<string, WaitingLine>> => ({
      outbox: await readOutboxLine(this.dataSource),
      ...(await this.inspector.lines().catch(() => ({}))),
    });
    publishGauge(
      { name: 'wholetime_queue_depth', help: 'What waits to be taken, by queue.', label: 'queue' },
      async () => valuesOf(await lines(), ({ depth }) => depth),
    );
    publishGauge(
      {
        name: 'wholetime_queue_oldest_seconds',
        help: 'Age of what waits longest, by queue.',
        label: 'queue',
      },
      async () => valuesOf(await lines(), ({ oldestSeconds }) => oldestSeconds),
    );
    publishGauge(
      { name: 'wholetime_runs', help: 'Projection runs of the last day, by state.', label: 'state' },
      async () => {
        const rows: { state: string; runs: number | string }[] = await this.dataSource.query(
          `SELECT state, COUNT(*) AS runs FROM projection_run
            WHERE created_at > UTC_TIMESTAMP(6) - INTERVAL 1 DAY GROUP BY state`,
        );
        return Object.fromEntries(rows.map(({ state, runs }) => [state, Number(runs)]));
      },
    );
  }
}
