/** Preloaded into a process of the product whose clock is wrong by FAULT_CLOCK_SKEW_SECONDS: every clock it reads is a Date. */
const skew = Number(process.env.FAULT_CLOCK_SKEW_SECONDS) * 1000;
const TrueDate = Date;

class SkewedDate extends TrueDate {
  constructor(...parts) {
    if (parts.length === 0) super(TrueDate.now() + skew);
    else super(...parts);
  }

  static now() {
    return TrueDate.now() + skew;
  }
}
globalThis.Date = SkewedDate;
