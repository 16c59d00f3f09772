import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { UnavailableError } from '../errors/domain-errors';
import { ConcernError } from './concern.error';
import { READINESS_CHECKS, type ReadinessCheck } from './readiness-check';

const LIMIT_MILLISECONDS = 2000;

/** A process that can serve: well, or only worse than it should. */
export interface Readiness {
  readonly status: 'ok' | 'degraded';
  /** What is wrong, a name and a sentence each; only where something is. */
  readonly concerns?: readonly string[];
}

/** Whether the process runs, whether it can serve, and whether it serves well. */
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

  /** Everything the process cannot do without answers. @throws UnavailableError naming what does not. */
  @Get('ready')
  async ready(): Promise<Readiness> {
    const failed: string[] = [];
    const concerns: string[] = [];
    try {
      await this.health.check(
        this.checks.map((check) => () => this.indicate(check, check.isVital === false ? concerns : failed)),
      );
      return concerns.length === 0 ? { status: 'ok' } : { status: 'degraded', concerns };
    } catch (error) {
      if (error instanceof ServiceUnavailableException) {
        throw new UnavailableError(`Not ready: ${failed.join(', ')}.`);
      }
      throw error;
    }
  }

  /** The reason of a concern is told; that of a failure may hold an address and is not. */
  private async indicate(readiness: ReadinessCheck, found: string[]) {
    const { name, isVital = true } = readiness;
    const indicator = this.indicators.check(name);
    try {
      await withinLimit(readiness.check());
      return indicator.up();
    } catch (error) {
      const reason = error instanceof ConcernError ? `: ${error.message}` : '';
      found.push(`${name}${reason}`);
      return isVital ? indicator.down() : indicator.up();
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
