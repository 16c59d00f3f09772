import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Observable, from, switchMap } from 'rxjs';
import type { AuthenticatedRequest } from '../token/bearer.guard';

/**
 * Notes who pulls what and under which purpose and legal basis, before the answer leaves: a pull that could
 * not be logged is not answered.
 */
@Injectable()
export class PullLogInterceptor implements NestInterceptor {
  constructor(private readonly dataSource: DataSource) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const holder = request.tokenHolder;
    if (!holder) return next.handle();
    const logged = this.dataSource.query(
      `INSERT INTO pull_log (client_id, purpose, legal_basis, path, request_id, at)
       VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(6))`,
      [
        holder.clientId,
        holder.purpose,
        holder.legalBasis,
        request.url.slice(0, 500),
        request.id.slice(0, 80),
      ],
    );
    return from(logged).pipe(switchMap(() => next.handle()));
  }
}
