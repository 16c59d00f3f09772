import type { IncomingMessage, ServerResponse } from 'node:http';
import { RequestMethod } from '@nestjs/common';
import type { Params } from 'nestjs-pino';
import { pino, type Logger, type LoggerOptions } from 'pino';
import type { Configuration } from '../configuration/configuration';
import { correlationIdOf } from './request-identity';

/** Names of fields that hold secrets, at the top of a logged object or one level below. */
const SECRETS = ['password', 'secret', 'token', 'csrfToken', 'authorization', 'cookie', 'clientAssertion'];
const REDACTED = [
  'req.headers.authorization',
  'req.headers.cookie',
  'req.headers["x-csrf-token"]',
  'res.headers["set-cookie"]',
  ...SECRETS.flatMap((name) => [name, `*.${name}`]),
];

/** What every log line of every process has in common. */
export function loggerOptions(configuration: Configuration): LoggerOptions {
  return {
    level: configuration.logLevel,
    redact: { paths: REDACTED, censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  };
}

/** A logger for code outside Nest: the command line and the supervisor. Writes JSON lines to stderr. */
export function createLogger(configuration: Configuration, name: string): Logger {
  return pino({ ...loggerOptions(configuration), name }, pino.destination({ dest: 2, sync: true }));
}

/** Settings of nestjs-pino: identifiers on every line, no query text, no health checks in the log. */
export function requestLoggingOptions(configuration: Configuration): Params {
  return {
    forRoutes: [{ path: '{*path}', method: RequestMethod.ALL }],
    pinoHttp: {
      ...loggerOptions(configuration),
      customProps: (request) => ({ correlationId: correlationIdOf(request) }),
      customLogLevel: (_request, response, error) => levelOf(response, error),
      serializers: { req: describeRequest },
      autoLogging: { ignore: (request) => pathOf(request.url).includes('/health/') },
    },
  };
}

function levelOf(response: ServerResponse, error?: Error): 'info' | 'warn' | 'error' {
  if (error !== undefined || response.statusCode >= 500) {
    return 'error';
  }
  return response.statusCode === 401 || response.statusCode === 403 ? 'warn' : 'info';
}

function describeRequest(request: Pick<IncomingMessage, 'id' | 'method' | 'url'>): object {
  return { id: request.id, method: request.method, path: pathOf(request.url) };
}

function pathOf(url: string | undefined): string {
  return (url ?? '').split('?', 1)[0] ?? '';
}
