import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { UnavailableError } from '../errors/domain-errors';
import { READINESS_CHECKS, type ReadinessCheck } from './readiness-check';

const LIMIT_MILLISECONDS = 2000;

/** Whether the process runs, and whether it can serve. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    @Inject(READINESS_CHECKS) private readonly checks: readonly ReadinessCheck[],
  ) {}

  /** The process answers: it need not be restarted. */
  @Get('live')
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  /** Everything the process needs answers. @throws UnavailableError naming what does not. */
  @Get('ready')
  async ready(): Promise<{ readonly status: 'ok' }> {
    const failed: string[] = [];
    try {
      await this.health.check(this.checks.map((check) => () => this.indicate(check, failed)));
      return { status: 'ok' };
    } catch (error) {
      if (error instanceof ServiceUnavailableException) {
        throw new UnavailableError(`Not ready: ${failed.join(', ')}.`);
      }
      throw error;
    }
  }

  private async indicate(readiness: ReadinessCheck, failed: string[]) {
    const indicator = this.indicators.check(readiness.name);
    try {
      await withinLimit(readiness.check());
      return indicator.up();
    } catch {
      failed.push(readiness.name);
      return indicator.down();
    }
  }
}

async function withinLimit(check: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), LIMIT_MILLISECONDS);
  });
  try {
    await Promise.race([check, limit]);
  } finally {
    clearTimeout(timer);
  }
}
