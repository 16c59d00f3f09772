import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { PinoLogger } from 'nestjs-pino';
import { describeProblem, type Problem } from './problem';

/** Answers every error of an HTTP process with a problem document and logs it once. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly logger: PinoLogger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const { problem, logLevel } = describeProblem(error);
    this.logger[logLevel]({ err: error, problem: problem.type }, problem.detail);
    const response: unknown = host.switchToHttp().getResponse();
    if (this.adapterHost.httpAdapter.isHeadersSent(response) === true) {
      return;
    }
    this.send(response, problem);
  }

  private send(response: unknown, problem: Problem): void {
    const { httpAdapter } = this.adapterHost;
    httpAdapter.setHeader(response, 'Content-Type', 'application/problem+json; charset=utf-8');
    httpAdapter.setHeader(response, 'Cache-Control', 'no-store');
    if (typeof problem['retryAfterSeconds'] === 'number') {
      httpAdapter.setHeader(response, 'Retry-After', String(problem['retryAfterSeconds']));
    }
    httpAdapter.reply(response, JSON.stringify(problem), problem.status);
  }
}
