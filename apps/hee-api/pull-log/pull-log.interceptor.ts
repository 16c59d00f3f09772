import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type Observable, from, switchMap } from 'rxjs';
import type { AuthenticatedRequest } from '../token/bearer.guard';
import { PullLog } from './pull-log';

/**
 * Notes who pulls what and under which purpose and legal basis, before the answer leaves: while the log can't be
 * written, nothing is answered.
 */
@Injectable()
export class PullLogInterceptor implements NestInterceptor {
  constructor(private readonly log: PullLog) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const holder = request.tokenHolder;
    if (!holder) return next.handle();
    const noted = this.log.note(holder, request);
    return noted === null ? next.handle() : from(noted).pipe(switchMap(() => next.handle()));
  }
}
