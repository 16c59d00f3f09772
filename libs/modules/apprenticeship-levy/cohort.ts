/**
 * Apprentices of one standard who started in one month. People are counted from `firstMonth`, the month of
 * start, or the first projected month for those in training at the baseline. Months are counted from year 0.
 */
export interface ApprenticeCohort {
  readonly entry: string;
  /** Reference of the standard, and its title where it is known. */
  readonly standard: string;
  readonly title: string;
  readonly donorGroup: string;
  /** Group and band on completion; null where they stay in their group, or start where newly registered staff do. */
  readonly targetGroup: string | null;
  readonly targetBand: string | null;
  readonly isRecruited: boolean;
  readonly isUnderWay: boolean;
  readonly startMonth: number;
  readonly firstMonth: number;
  /** Months from `firstMonth` to the end of training. */
  readonly months: number;
  /** People at the start of `firstMonth`. */
  readonly people: number;
  /** Share of `people` who complete. */
  readonly completionRate: number;
  /** Month of training (1 is `firstMonth`) in which the others withdraw; null: evenly over the months. */
  readonly withdrawalMonth: number | null;
  /** Per apprentice, pounds. */
  readonly payments: ApprenticePayments;
}

/** What is due per apprentice: instalments by the month, a last part on completion, and what the levy never pays. */
export interface ApprenticePayments {
  /** Each planned month, from the levy. */
  readonly instalment: number;
  /** On completion, from the levy. */
  readonly completion: number;
  /** The employer's own money, in the same months. */
  readonly ownInstalment: number;
  readonly ownCompletion: number;
}

/** The price of an apprenticeship and the rules of its start date. */
export interface ApprenticePrice {
  readonly pricePounds: number;
  readonly bandPounds: number;
  /** Share of the apprentices that the levy may pay for. */
  readonly fundedShare: number;
  readonly plannedMonths: number;
  readonly monthlyShare: number;
  readonly completionShare: number;
}

/**
 * Payments per apprentice: the levy pays at most the funding band, 80 % of it evenly over the planned
 * months and 20 % on completion; the employer pays what is above the band. Source: apprenticeship service
 * help, paying your training provider; Skills England, allocating funding bands.
 */
export function paymentsOf(price: ApprenticePrice): ApprenticePayments {
  const chargeable = Math.min(price.pricePounds, price.bandPounds) * price.fundedShare;
  const own = price.pricePounds - chargeable;
  return {
    instalment: (price.monthlyShare * chargeable) / price.plannedMonths,
    completion: price.completionShare * chargeable,
    ownInstalment: (price.monthlyShare * own) / price.plannedMonths,
    ownCompletion: price.completionShare * own,
  };
}

/** People of the cohort in training at the end of a month, after those who withdrew in it. */
export function inTraining(cohort: ApprenticeCohort, month: number): number {
  const place = month - cohort.firstMonth + 1;
  if (place < 1 || place > cohort.months) return 0;
  return cohort.people * (1 - (1 - cohort.completionRate) * withdrawn(cohort, place));
}

/** Share of those who do not complete that has withdrawn by the end of the month of training. */
function withdrawn({ months, withdrawalMonth }: ApprenticeCohort, place: number): number {
  if (withdrawalMonth === null) return place / months;
  return place >= Math.min(withdrawalMonth, months) ? 1 : 0;
}

/** The month in which those who complete qualify: the one after the last of training. */
export function completionMonth({ firstMonth, months }: ApprenticeCohort): number {
  return firstMonth + months;
}

/** People who complete in a month. */
export function completions(cohort: ApprenticeCohort, month: number): number {
  return month === completionMonth(cohort) ? cohort.people * cohort.completionRate : 0;
}

/** People who start in a month; none for those in training at the baseline. */
export function starts(cohort: ApprenticeCohort, month: number): number {
  return !cohort.isUnderWay && month === cohort.startMonth ? cohort.people : 0;
}

/** What a month costs, pounds: from the levy by the month and on completion, and from the employer. */
export interface MonthDue {
  readonly instalments: number;
  readonly completions: number;
  readonly ownMoney: number;
}

/** Payments due for a cohort in a month; those who withdraw in a month are not paid for in it. */
export function dueFor(cohort: ApprenticeCohort, month: number): MonthDue {
  const training = inTraining(cohort, month);
  const completing = completions(cohort, month);
  const { payments } = cohort;
  return {
    instalments: training * payments.instalment,
    completions: completing * payments.completion,
    ownMoney: training * payments.ownInstalment + completing * payments.ownCompletion,
  };
}
