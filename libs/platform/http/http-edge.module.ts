import { Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { ProblemFilter } from './problem.filter';
import { RequestValidationPipe } from './request-validation.pipe';

/** What every HTTP process does at its edge: problem documents for errors, strict checks of requests. */
@Module({
  providers: [
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: RequestValidationPipe },
  ],
})
export class HttpEdgeModule {}
