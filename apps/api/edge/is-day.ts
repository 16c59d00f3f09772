import { applyDecorators } from '@nestjs/common';
import { IsISO8601, Matches } from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar as `YYYY-MM-DD`; 31 February is none. */
export const IsDay = (): PropertyDecorator =>
  applyDecorators(
    Matches(DAY, { message: '$property must be a day as YYYY-MM-DD' }),
    IsISO8601({ strict: true }),
  );
