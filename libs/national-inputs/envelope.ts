/** What each kind of envelope limits, in pounds of the year (cash terms) or in people. */
export const ENVELOPES = [
  { code: 'pay-bill', unit: 'pounds', limits: 'Pay bill of the organisations in the area' },
  { code: 'capital', unit: 'pounds', limits: 'Capital funding' },
  { code: 'education-and-training', unit: 'pounds', limits: 'Education and training funding' },
  { code: 'public-health', unit: 'pounds', limits: 'Public health funding' },
  { code: 'social-care', unit: 'pounds', limits: 'Social care funding' },
  { code: 'international-joiners', unit: 'people', limits: 'Realistic pool of international joiners' },
  { code: 'joiners', unit: 'people', limits: 'National ambition on joiners from all sources' },
  {
    code: 'apprenticeship-starts',
    unit: 'people',
    limits: 'Capacity for starts of an apprenticeship standard',
  },
] as const;

export type EnvelopeCode = (typeof ENVELOPES)[number]['code'];

/** A limit for an area in a year. */
export interface EnvelopeLine {
  /** ODS code of England, a region or a system. */
  readonly organisation: string;
  readonly envelope: EnvelopeCode;
  /** Null when the limit is for all staff. */
  readonly staffGroup: string | null;
  /** Reference of the apprenticeship standard (`ST0781`); null when the limit is for all of them, or not on apprenticeships. */
  readonly standard: string | null;
  /** Pounds with two decimals, or whole people. */
  readonly amount: number;
}

/** Training that is paid for and its yield in a region in a year. */
export interface TrainingSupplyLine {
  /** ODS code of the region. */
  readonly region: string;
  readonly staffGroup: string;
  /** Places commissioned to start in the year. */
  readonly commissionedPlaces: number;
  /** People expected to qualify in the year. */
  readonly expectedNewlyQualified: number;
}

/** Lines by kind of submission; the kind is the last part of the address they are put to. */
export interface NationalInputLines {
  readonly envelopes: EnvelopeLine;
  readonly 'training-supply': TrainingSupplyLine;
}
export type NationalInputKind = keyof NationalInputLines;

/** A version of what the national body shared about a year. */
export interface NationalSubmission {
  readonly id: string;
  readonly kind: NationalInputKind;
  /** Financial year by its first calendar year. */
  readonly year: number;
  /** From 1; the highest holds. */
  readonly version: number;
  /** SHA-256 of the canonical JSON of the lines in their order. */
  readonly contentSha256: string;
  readonly receivedAt: string;
}
