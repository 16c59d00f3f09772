/** Money of one month's credit, left to spend. Months are counted from year 0 (`monthNumber`). */
export interface LedgerLot {
  readonly enteredMonth: number;
  readonly pounds: number;
}

/** What a month asks of the account, pounds. */
export interface LedgerMonth {
  readonly month: number;
  /** Levy and top-up credited in the month. */
  readonly paidIn: number;
  /** Training payments of the account's own apprentices. */
  readonly due: number;
  /** Transfers that others may use: offered for the month, used as far as payments are due. */
  readonly transferIn: number;
  /** Payments for others' apprentices, within the limit of the year. */
  readonly transferOut: number;
}

export interface LedgerQuestion {
  /** Funds at the start by the month in which they entered, oldest first. */
  readonly opening: readonly LedgerLot[];
  /** Consecutive months. */
  readonly months: readonly LedgerMonth[];
  /** Month in which funds that entered in a month expire. */
  readonly expiresIn: (enteredMonth: number) => number;
}

/** One month of the account: `opening + paidIn = transferredOut + spent + expired + closing`. */
export interface LedgerMonthResult {
  readonly month: number;
  readonly opening: number;
  readonly paidIn: number;
  readonly transferredOut: number;
  /** Paid for own apprentices from own funds. */
  readonly spent: number;
  /** Paid for own apprentices from transfers received. */
  readonly paidByTransfer: number;
  /** Due and not paid: `due = paidByTransfer + spent + shortfall`; it goes to co-investment. */
  readonly shortfall: number;
  readonly expired: number;
  readonly closing: number;
}

/** What became of a lot: `paidIn = spent + transferredOut + expired + balance`. */
export interface LotResult {
  readonly enteredMonth: number;
  readonly expiresIn: number;
  readonly paidIn: number;
  readonly spent: number;
  readonly transferredOut: number;
  readonly expired: number;
  readonly balance: number;
}

export interface LedgerResult {
  readonly months: readonly LedgerMonthResult[];
  readonly lots: readonly LotResult[];
}

type OpenLot = { -readonly [Field in keyof LotResult]: LotResult[Field] };

/**
 * The levy account month by month. In a month funds enter first; then transfers out and own payments take
 * the oldest funds; then what is left of funds whose time is up expires (so a month's payments still
 * use the funds that expire in it). Source: apprenticeship service help, expired funds: "the total of all
 * funds that entered 24 months or more ago, minus the payments to date, minus the funds expired to date".
 * That transfers go before own payments is a judgement: a transfer agreed is a commitment.
 */
export function runLedger({ opening, months, expiresIn }: LedgerQuestion): LedgerResult {
  const lots = opening.map(({ enteredMonth, pounds }) => openLot(enteredMonth, pounds, expiresIn));
  let open: readonly OpenLot[] = [...lots];
  const results = months.map((month) => {
    const entered = openLot(month.month, month.paidIn, expiresIn);
    lots.push(entered);
    const before = open.filter(({ balance }) => balance > 0);
    open = [...before, entered];
    return stepMonth(open, month, balanceOf(before));
  });
  return { months: results, lots };
}

function openLot(enteredMonth: number, pounds: number, expiresIn: LedgerQuestion['expiresIn']): OpenLot {
  return {
    enteredMonth,
    expiresIn: expiresIn(enteredMonth),
    paidIn: pounds,
    spent: 0,
    transferredOut: 0,
    expired: 0,
    balance: pounds,
  };
}

/** A month of the account; `lots` are those with money left, oldest first, the month's own the last. */
function stepMonth(lots: readonly OpenLot[], asked: LedgerMonth, opening: number): LedgerMonthResult {
  const transferredOut = take(lots, asked.transferOut, 'transferredOut');
  const paidByTransfer = Math.min(asked.transferIn, asked.due);
  const fromFunds = asked.due - paidByTransfer;
  const spent = take(lots, fromFunds, 'spent');
  const expired = expire(lots, asked.month);
  return {
    month: asked.month,
    opening,
    paidIn: asked.paidIn,
    transferredOut,
    spent,
    paidByTransfer,
    shortfall: Math.max(0, fromFunds - spent),
    expired,
    closing: balanceOf(lots),
  };
}

/** Takes money from the oldest lots; returns what there was to take. */
function take(lots: readonly OpenLot[], pounds: number, use: 'spent' | 'transferredOut'): number {
  let left = pounds;
  for (const lot of lots) {
    if (left <= 0) break;
    const part = Math.min(lot.balance, left);
    lot.balance -= part;
    lot[use] += part;
    left -= part;
  }
  return pounds - Math.max(0, left);
}

function expire(lots: readonly OpenLot[], month: number): number {
  let total = 0;
  for (const lot of lots) {
    if (lot.balance === 0 || lot.expiresIn > month) continue;
    lot.expired += lot.balance;
    total += lot.balance;
    lot.balance = 0;
  }
  return total;
}

function balanceOf(lots: readonly OpenLot[]): number {
  return lots.reduce((sum, { balance }) => sum + balance, 0);
}
