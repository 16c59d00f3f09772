/** A counted post as the generator planted it; WTE in hundredths. */
export interface PlantedPost {
  readonly group: string;
  readonly band: string;
  readonly hundredths: number;
}

/** What the generator knows of a person at one end. */
export interface PlantedPerson {
  readonly posts: readonly PlantedPost[];
  readonly age: string | null;
  readonly ethnicity: string;
}

/** People and WTE in hundredths. */
export interface PlantedStock {
  heads: number;
  hundredths: number;
}

export type PlantedAccount =
  'opening' | 'closing' | 'joiners' | 'leavers' | 'movedIn' | 'movedOut' | 'changedHours';

/** What the generator wrote, counted as it was planted and never read from the files. */
export class EsrTruth {
  readonly accounts = new Map<string, PlantedStock>();
  /** People by group, band, age band and ethnicity at the later extract. */
  readonly cells = new Map<string, PlantedStock>();
  /** Assignments of the later extract by rule. */
  readonly rules = new Map<string, number>();
  /** Flaws of the later extract by rule. */
  readonly issues = new Map<string, number>();
  /** Leavers in headcount who are no residents, by place; and of those the fixed-term ones. */
  readonly leaversByPlace = new Map<string, number>();
  readonly counts = { rehired: 0, bandMoves: 0, groupMoves: 0, laterAssignments: 0, earlierAssignments: 0 };
  /** People by staff group `all` and end who are residents, or fixed term. */
  readonly marked = {
    openingTrainees: 0,
    closingTrainees: 0,
    openingFixed: 0,
    closingFixed: 0,
    leftTrainees: 0,
    leftFixed: 0,
  };
  readonly lists = {
    starters: {
      matched: 0,
      atBothEnds: 0,
      withinPeriod: 0,
      listedOnly: 0,
      listedApart: 0,
      outsidePeriod: 0,
      fromOrToApart: 0,
      extractsOnly: 0,
    },
    leavers: {
      matched: 0,
      atBothEnds: 0,
      withinPeriod: 0,
      listedOnly: 0,
      listedApart: 0,
      outsidePeriod: 0,
      fromOrToApart: 0,
      extractsOnly: 0,
    },
  };

  book(account: PlantedAccount, group: string, heads: number, hundredths: number): void {
    for (const key of [`${account} ${group}`, `${account} all`]) add(this.accounts, key, heads, hundredths);
  }

  stock(account: PlantedAccount, group: string): PlantedStock {
    return this.accounts.get(`${account} ${group}`) ?? { heads: 0, hundredths: 0 };
  }

  bookCells({ posts, age, ethnicity }: PlantedPerson): void {
    posts.forEach(({ group, band, hundredths }, index) => {
      const key = [group, band, age ?? 'unknown', ethnicity].join('|');
      add(this.cells, key, index === 0 ? 1 : 0, hundredths);
    });
  }

  rule(code: string): void {
    this.rules.set(code, (this.rules.get(code) ?? 0) + 1);
  }

  issue(code: string): void {
    this.issues.set(code, (this.issues.get(code) ?? 0) + 1);
  }

  leaver(place: string): void {
    this.leaversByPlace.set(place, (this.leaversByPlace.get(place) ?? 0) + 1);
  }
}

function add(map: Map<string, PlantedStock>, key: string, heads: number, hundredths: number): void {
  const stock = map.get(key) ?? { heads: 0, hundredths: 0 };
  stock.heads += heads;
  stock.hundredths += hundredths;
  map.set(key, stock);
}
