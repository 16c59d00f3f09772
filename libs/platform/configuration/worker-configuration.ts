import { IsInt, IsOptional, IsString, Max, Min, MinLength } from 'class-validator';
import { Variable } from './variable.decorator';

/** Settings of the processes that project. */
export class WorkerConfiguration {
  @Variable({
    name: 'WHOLETIME_WORKER_THREADS',
    kind: 'integer',
    meaning: 'Engine threads of one worker process.',
    rule: 'must be a whole number from 1 to 64',
    whenAbsent: '2',
    example: '2',
  })
  @IsInt()
  @Min(1)
  @Max(64)
  readonly workerThreads: number = 2;

  @Variable({
    name: 'WHOLETIME_WORKER_CONCURRENCY',
    kind: 'integer',
    meaning: 'Projection jobs that one worker process handles at a time.',
    rule: 'must be a whole number from 1 to 64',
    whenAbsent: '4',
    example: '4',
  })
  @IsInt()
  @Min(1)
  @Max(64)
  readonly workerConcurrency: number = 4;

  @Variable({
    name: 'WHOLETIME_RELAY_POLL_MILLISECONDS',
    kind: 'integer',
    meaning: 'Pause between two looks of the relay at an empty outbox, in milliseconds.',
    rule: 'must be a whole number from 10 to 60000',
    whenAbsent: '20',
    example: '20',
  })
  @IsInt()
  @Min(10)
  @Max(60_000)
  readonly relayPollMilliseconds: number = 20;

  @Variable({
    name: 'WHOLETIME_RECONCILE_MILLISECONDS',
    kind: 'integer',
    meaning: 'Pause between two searches for units whose results lag behind their input, in milliseconds.',
    rule: 'must be a whole number from 100 to 600000',
    whenAbsent: '5000',
    example: '5000',
  })
  @IsInt()
  @Min(100)
  @Max(600_000)
  readonly reconcileMilliseconds: number = 5000;

  @Variable({
    name: 'WHOLETIME_LEASE_MILLISECONDS',
    kind: 'integer',
    meaning: 'How long a worker holds a run or a lease without a sign of life, in milliseconds.',
    rule: 'must be a whole number from 1000 to 600000',
    whenAbsent: '30000',
    example: '30000',
  })
  @IsInt()
  @Min(1000)
  @Max(600_000)
  readonly leaseMilliseconds: number = 30_000;

  @Variable({
    name: 'WHOLETIME_DATABASE_SILENCE_MILLISECONDS',
    kind: 'integer',
    meaning:
      'How long the database may answer nothing before its connection is given up as dead, in milliseconds.',
    rule: 'must be a whole number from 1000 to 600000',
    whenAbsent: '60000, longer than a statement waits for a lock',
    example: '60000',
  })
  @IsInt()
  @Min(1000)
  @Max(600_000)
  readonly databaseSilenceMilliseconds: number = 60_000;

  @Variable({
    name: 'WHOLETIME_DRAWS',
    kind: 'integer',
    meaning: 'Random draws from which the likely ranges of systems and organisations are made.',
    rule: 'must be a whole number from 0 to 10000; 0 makes no ranges',
    whenAbsent: '1000',
    example: '1000',
  })
  @IsInt()
  @Min(0)
  @Max(10_000)
  readonly draws: number = 1000;

  @Variable({
    name: 'WHOLETIME_METRICS_PORT',
    kind: 'integer',
    meaning:
      'TCP port of a process’s metrics; “start” gives the worker the next one and the national API that after.',
    rule: 'must be a whole number from 1 to 65533',
    whenAbsent: 'no metrics are served',
    example: '9464',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(65_533)
  readonly metricsPort?: number;

  @Variable({
    name: 'WHOLETIME_WATCHED_FOLDER',
    kind: 'path',
    meaning:
      'Folder from which the worker takes files of actual figures, ESR extracts, ledgers and rosters (EMPLOYER/KIND/FILE).',
    rule: 'must be a path',
    whenAbsent: 'no folder is watched',
    example: '/srv/wholetime/inbox',
  })
  @IsOptional()
  @IsString()
  @MinLength(1)
  readonly watchedFolder?: string;

  @Variable({
    name: 'WHOLETIME_SETTLE_MILLISECONDS',
    kind: 'integer',
    meaning: 'How long a file of the watched folder must stay as it is before it is taken, in milliseconds.',
    rule: 'must be a whole number from 100 to 3600000',
    whenAbsent: '10000',
    example: '10000',
  })
  @IsInt()
  @Min(100)
  @Max(3_600_000)
  readonly settleMilliseconds: number = 10_000;
}
