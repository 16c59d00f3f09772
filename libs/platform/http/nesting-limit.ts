import { BadRequestException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** The deepest body that any endpoint takes has four levels. */
const MOST_LEVELS = 16;

/** Refuses bodies that are nested so deeply that what checks them would run out of stack. */
export function limitNesting(server: FastifyInstance): void {
  server.addHook('preValidation', (request, _reply, done) => {
    done(
      isDeeperThan(request.body, MOST_LEVELS)
        ? new BadRequestException('The body is nested too deeply.')
        : undefined,
    );
  });
}

/** Goes level by level, so that its own stack does not grow with the body. */
function isDeeperThan(body: unknown, levels: number): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.filter(isContainer).flatMap((value): unknown[] => Object.values(value));
    if (level.length === 0) return false;
  }
  return true;
}

const isContainer = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Buffer.isBuffer(value);
