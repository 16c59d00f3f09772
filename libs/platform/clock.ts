import { Injectable } from '@nestjs/common';

/** The one source of the current time, so that rules that depend on time can be tested at a fixed one. */
export abstract class Clock {
  /** The current instant. */
  abstract now(): Date;
}

/** The clock of the operating system. */
@Injectable()
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
