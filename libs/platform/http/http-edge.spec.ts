import { Body, Controller, Get, Module, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsInt, IsString, ValidateNested } from 'class-validator';
import { ConflictError, InvalidInputError, UnavailableError } from '../errors/domain-errors';
import { ConcernError } from '../health/concern.error';
import { HealthModule } from '../health/health.module';
import { PlatformModule } from '../platform.module';
import { createHttpAdapter } from './http-adapter';
import { HttpEdgeModule } from './http-edge.module';

class Cell {
  @IsInt()
  readonly year: number;

  @IsBoolean()
  readonly locked: boolean;
}

class Edit {
  @IsDefined()
  @ValidateNested()
  @Type(() => Cell)
  readonly cell: Cell;
}

class Search {
  @IsString()
  readonly scenarioId: string;
}

const broken = new Error("ER_PARSE_ERROR in 'SELECT secret FROM person' at /srv/app/person.ts:3");

@Controller()
class PlanController {
  @Post('edits')
  edit(@Body() edit: Edit): Edit {
    return edit;
  }

  @Get('search')
  search(@Query() query: Search): Search {
    return query;
  }

  @Get('broken')
  broken(): never {
    throw broken;
  }

  @Get('conflict')
  conflict(): never {
    throw new ConflictError('Somebody else changed it.', { conflicts: [{ year: 2026 }] });
  }

  @Get('rule')
  rule(): never {
    throw new InvalidInputError([
      { pointer: '/value', rule: 'at-most', message: 'Too high.', fix: 'Lower it.' },
    ]);
  }

  @Get('away')
  away(): never {
    throw new UnavailableError('The queue does not answer.', 7);
  }

  @Get('database-away')
  databaseAway(): never {
    throw Object.assign(new Error('connect ENOENT /run/db.sock'), { code: 'ENOENT' });
  }

  @Get('pool-away')
  poolAway(): never {
    throw new Error("Can't add new command when connection is in closed state");
  }

  @Get('disk-full')
  diskFull(): never {
    const driverError = Object.assign(new Error("The table 'run' is full"), { errno: 1114 });
    throw Object.assign(new Error(driverError.message), { driverError });
  }
}

let queueAnswers = true;
const checkQueue = async (): Promise<void> => {
  if (!queueAnswers) {
    throw new Error('redis password hunter2 refused');
  }
};

let memory: Error | null = null;
const checkMemory = (): Promise<void> => (memory === null ? Promise.resolve() : Promise.reject(memory));

@Module({
  imports: [
    PlatformModule,
    HttpEdgeModule,
    HealthModule.register({
      useFactory: () => [
        { name: 'queue', check: checkQueue },
        { name: 'memory', isVital: false, check: checkMemory },
      ],
    }),
  ],
  controllers: [PlanController],
})
class PlanModule {}

let app: NestFastifyApplication;

beforeAll(async () => {
  process.env['WHOLETIME_LOG_LEVEL'] = 'silent';
  const testing = await Test.createTestingModule({ imports: [PlanModule] }).compile();
  app = testing.createNestApplication<NestFastifyApplication>(createHttpAdapter(), { logger: false });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});

afterAll(() => app.close());

describe('the HTTP edge', () => {
  it('answers an unforeseen error without saying what it was', async () => {
    const response = await app.inject({ url: '/broken' });
    expect(response.statusCode).toBe(500);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(response.json()).toEqual({
      type: 'urn:problem-type:wholetime:internal-error',
      title: 'Internal Server Error',
      status: 500,
      detail: 'Something went wrong here. Nothing was changed; the log has the cause.',
    });
  });

  it('names each faulty field, by pointer, and refuses unknown ones', async () => {
    const payload = { cell: { year: '2026', locked: 'false' }, admin: true };
    const response = await app.inject({ method: 'POST', url: '/edits', payload });
    expect(response.statusCode).toBe(400);
    const problem = response.json<{ type: string; errors: { pointer: string; rule: string }[] }>();
    expect(problem.type).toBe('urn:problem-type:wholetime:invalid-request');
    expect(problem.errors.map(({ pointer, rule }) => `${pointer} ${rule}`).sort()).toEqual([
      '/admin whitelist-validation',
      '/cell/locked is-boolean',
      '/cell/year is-int',
    ]);
  });

  it('names a missing parameter', async () => {
    const response = await app.inject({ url: '/search' });
    expect(response.json()).toMatchObject({ status: 400, errors: [{ parameter: 'scenarioId' }] });
  });

  it('answers broken JSON and unknown addresses as the client’s own error', async () => {
    const headers = { 'content-type': 'application/json' };
    const unreadable = await app.inject({ method: 'POST', url: '/edits', headers, payload: '{"cell":' });
    const unknown = await app.inject({ url: '/nowhere?token=hunter2' });
    expect([unreadable.statusCode, unknown.statusCode]).toEqual([400, 404]);
    expect(unknown.json()).toMatchObject({ type: 'urn:problem-type:wholetime:not-found' });
    expect(unknown.body).not.toContain('hunter2');
  });

  it('carries the details of foreseen errors', async () => {
    const conflict = await app.inject({ url: '/conflict' });
    expect(conflict.statusCode).toBe(409);
    expect(conflict.json()).toMatchObject({
      conflicts: [{ year: 2026 }],
      detail: 'Somebody else changed it.',
    });
    const rule = await app.inject({ url: '/rule' });
    expect(rule.statusCode).toBe(422);
    expect(rule.json()).toMatchObject({ errors: [{ pointer: '/value', fix: 'Lower it.' }] });
  });

  it('says when to come back', async () => {
    const away = await app.inject({ url: '/away' });
    expect([away.statusCode, away.headers['retry-after']]).toEqual([503, '7']);
    const databaseAway = await app.inject({ url: '/database-away' });
    expect([databaseAway.statusCode, databaseAway.headers['retry-after']]).toEqual([503, '5']);
    expect(databaseAway.body).not.toContain('db.sock');
    const poolAway = await app.inject({ url: '/pool-away' });
    expect([poolAway.statusCode, poolAway.headers['retry-after']]).toEqual([503, '5']);
    const diskFull = await app.inject({ url: '/disk-full' });
    expect([diskFull.statusCode, diskFull.headers['retry-after']]).toEqual([503, '30']);
    expect(diskFull.body).not.toContain('table');
  });

  it('echoes identifiers that are safe to log and replaces others', async () => {
    const headers = { 'x-request-id': 'abc-1', 'x-correlation-id': 'bad id\u0001' };
    const response = await app.inject({ url: '/conflict', headers });
    expect(response.headers['x-request-id']).toBe('abc-1');
    expect(response.headers['x-correlation-id']).toBe('abc-1');
  });

  it('is ready only while everything it needs answers, and names what does not', async () => {
    expect((await app.inject({ url: '/health/ready' })).json()).toEqual({ status: 'ok' });
    queueAnswers = false;
    const response = await app.inject({ url: '/health/ready' });
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({ detail: 'Not ready: queue.' });
    expect((await app.inject({ url: '/health/live' })).statusCode).toBe(200);
  });

  it('is degraded, and ready, while it lacks what it can do without, and says what may be said', async () => {
    queueAnswers = true;
    memory = new ConcernError('its memory is 95 % full; raise maxmemory');
    const response = await app.inject({ url: '/health/ready' });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({
      status: 'degraded',
      concerns: ['memory: its memory is 95 % full; raise maxmemory'],
    });
    memory = new Error('redis password hunter2 refused');
    expect((await app.inject({ url: '/health/ready' })).json()).toEqual({
      status: 'degraded',
      concerns: ['memory'],
    });
  });
});
