import { ValidationPipe } from '@nestjs/common';
import { InvalidRequestError, requestFaults } from './invalid-request.error';

/**
 * Checks bodies and parameters against their classes: unknown fields are refused, and text never turns into
 * a number or a boolean by itself (`'false'` would become true).
 */
export class RequestValidationPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      transformOptions: { enableImplicitConversion: false },
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => new InvalidRequestError(requestFaults(errors)),
    });
  }
}
