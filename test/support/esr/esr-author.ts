import { EsrTruth, type PlantedPost } from './esr-truth';

export interface Kind {
  readonly code: string;
  readonly group: string;
  readonly staffGroup: string;
  readonly jobRole: string;
  readonly grade: string;
  readonly band: string;
}

const N = 'Nursing and Midwifery Registered';
export const NURSE_5: Kind = {
  code: 'N6A',
  group: 'nurses-and-health-visitors',
  staffGroup: N,
  jobRole: 'Staff Nurse',
  grade: 'NHS|XR05|Review Body Band 5',
  band: 'band-5',
};
export const NURSE_6: Kind = { ...NURSE_5, jobRole: 'Sister/Charge Nurse', grade: 'Band 6', band: 'band-6' };
export const MIDWIFE: Kind = {
  code: 'N2C',
  group: 'midwives',
  staffGroup: N,
  jobRole: 'Midwife',
  grade: 'Band 6',
  band: 'band-6',
};
export const SUPPORT: Kind = {
  code: 'H1A',
  group: 'support-to-doctors-nurses-and-midwives',
  staffGroup: 'Additional Clinical Services',
  jobRole: 'Healthcare Assistant',
  grade: 'Band 3',
  band: 'band-3',
};
export const CLERK: Kind = {
  code: 'G2A',
  group: 'central-functions',
  staffGroup: 'Administrative and Clerical',
  jobRole: 'Officer',
  grade: 'Band 4',
  band: 'band-4',
};
/** In the ESR's administrative group, in the support line of the plan. */
export const WARD_CLERK: Kind = { ...CLERK, code: 'G2D', group: 'support-to-doctors-nurses-and-midwives' };
export const CONSULTANT: Kind = {
  code: '011',
  group: 'hchs-doctors',
  staffGroup: 'Medical and Dental',
  jobRole: 'Consultant',
  grade: 'YC72 Consultant',
  band: 'consultant',
};
export const RESIDENT: Kind = {
  ...CONSULTANT,
  jobRole: 'Specialty Registrar',
  grade: 'MN37 Specialty Registrar',
  band: 'specialty-registrar',
};
export const PHYSIO: Kind = {
  code: 'S1C',
  group: 'scientific-therapeutic-and-technical-staff',
  staffGroup: 'Allied Health Professionals',
  jobRole: 'Physiotherapist',
  grade: 'Band 8 - Range A',
  band: 'band-8a',
};
const STAYERS = [NURSE_5, NURSE_6, MIDWIFE, SUPPORT, CLERK, CONSULTANT, PHYSIO, NURSE_5, SUPPORT, CLERK];

const HUNDREDTHS = [100, 100, 80, 60, 50] as const;
const AGES: readonly (readonly [number, string])[] = [
  [24, '21-25'],
  [33, '31-35'],
  [41, '41-45'],
  [58, '56-60'],
  [72, '71-and-over'],
  [19, 'under-21'],
];
const ORIGINS: readonly (readonly [string, string])[] = [
  ['A White - British', 'white'],
  ['H Asian or Asian British - Indian', 'bme'],
  ['Z Not Stated', 'not-known'],
  ['B White - Irish', 'white'],
  ['N Black or Black British - African', 'bme'],
];

const HEADER = [
  'Org L2',
  'Org L3',
  'Employee Number',
  'Assignment Number',
  'Last Name',
  'First Name',
  'NI Number',
  'Date of Birth',
  'Primary Assignment',
  'Assignment Category',
  'Asg Status',
  'Position',
  'Staff Group',
  'Job Role',
  'Occ Code',
  'Pay Grade',
  'Contracted WTE',
  'Ethnic Origin',
  'Disability',
  'Latest Start Date',
  'Termination Date',
  'Leaving Reason',
  'Destination On Leaving',
  'Recruitment Source',
] as const;
type Column = (typeof HEADER)[number];
export type Row = Partial<Record<Column, string>>;

/** A person while the files are written. */
export interface Someone {
  readonly number: string;
  readonly index: number;
  readonly row: Row;
  readonly age: string | null;
  readonly ethnicity: string;
  readonly assignments: Record<'earlier' | 'later', number>;
}

const DAY_MILLISECONDS = 86_400_000;

/** Writes the files and keeps the books. The same number of stayers gives the same files. */
export class Author {
  readonly truth = new EsrTruth();
  readonly secrets: string[] = [];
  readonly files = { earlier: [HEADER.join(',')], later: [HEADER.join(',')] };
  readonly starters = ['Employee Number,Full Name,Latest Start Date,Recruitment Source'];
  readonly leavers = ['Employee Number,Full Name,Termination Date,Leaving Reason,Destination On Leaving'];
  private people = 0;

  /** @param flaw what is wrong with the person's own fields */
  someone(flaw: 'none' | 'no-ethnicity' | 'odd-ethnicity' | 'no-age' | 'excel-birth' = 'none'): Someone {
    const index = this.people;
    this.people += 1;
    const number = String(71_000_000 + index * 7);
    const [years, ageBand] = AGES[index % AGES.length]!;
    const [origin, ethnicity] = ORIGINS[(index >> 1) % ORIGINS.length]!;
    // Born 100 days before the later extract's birthday: the age is the same at the day of the extract only.
    const birth = new Date(Date.UTC(2026 - years, 2, 31) - (100 + (index % 200)) * DAY_MILLISECONDS);
    const iso = birth.toISOString().slice(0, 10);
    const written = iso.split('-').reverse().join('/');
    const serial = String(birth.getTime() / DAY_MILLISECONDS + 25_569);
    const names = { last: `Quillfeather${index}`, first: `Marigoldine${index}` };
    const insurance = `QQ${String(100_000 + index)}Z`;
    this.secrets.push(number, names.last, names.first, insurance, written);
    const isWithout = { ethnicity: flaw === 'no-ethnicity', age: flaw === 'no-age' };
    const row: Row = {
      'Org L2': '123 Synthetic Trust',
      'Employee Number': number,
      'Last Name': names.last,
      'First Name': names.first,
      'NI Number': insurance,
      'Date of Birth': isWithout.age ? '' : flaw === 'excel-birth' ? serial : written,
      'Assignment Category': 'Permanent',
      'Asg Status': 'Active Assignment',
      Position: `${names.last} cover`,
      'Ethnic Origin': isWithout.ethnicity ? '' : flaw === 'odd-ethnicity' ? 'Martian' : origin,
      Disability: index % 10 === 0 ? 'Yes' : 'No',
      'Latest Start Date': '01-APR-2015',
    };
    const isKnown = flaw !== 'no-ethnicity' && flaw !== 'odd-ethnicity';
    return {
      number,
      index,
      row,
      age: isWithout.age ? null : ageBand,
      ethnicity: isKnown ? ethnicity : 'not-known',
      assignments: { earlier: 0, later: 0 },
    };
  }

  write(end: 'earlier' | 'later', person: Someone, kind: Kind, more: Row = {}): void {
    person.assignments[end] += 1;
    this.truth.counts[`${end}Assignments`] += 1;
    const row: Row = {
      ...person.row,
      'Assignment Number': `${person.number}-${person.assignments[end]}`,
      'Primary Assignment': 'Y',
      'Staff Group': kind.staffGroup,
      'Job Role': kind.jobRole,
      'Occ Code': kind.code,
      'Pay Grade': kind.grade,
      'Contracted WTE': '1',
      ...more,
    };
    this.files[end].push(HEADER.map((column) => row[column] ?? '').join(','));
  }

  /** A counted post at one end; the row and the books. */
  post(
    end: 'earlier' | 'later',
    person: Someone,
    kind: Kind,
    hundredths: number,
    more: Row = {},
  ): PlantedPost {
    this.write(end, person, kind, { 'Contracted WTE': String(hundredths / 100), ...more });
    if (end === 'later') {
      const isFixed = more['Assignment Category'] !== undefined;
      this.truth.rule(isFixed ? 'fixed-term' : 'permanent');
      this.truth.rule(statusRule(more['Asg Status']));
    }
    return { group: kind.group, band: kind.band, hundredths };
  }

  open(posts: readonly PlantedPost[]): void {
    posts.forEach(({ group, hundredths }, index) =>
      this.truth.book('opening', group, index === 0 ? 1 : 0, hundredths),
    );
  }

  close(person: Someone, posts: readonly PlantedPost[]): void {
    posts.forEach(({ group, hundredths }, index) =>
      this.truth.book('closing', group, index === 0 ? 1 : 0, hundredths),
    );
    this.truth.bookCells({ posts, age: person.age, ethnicity: person.ethnicity });
  }

  flow(account: 'joiners' | 'leavers', posts: readonly PlantedPost[]): void {
    posts.forEach(({ group, hundredths }, index) =>
      this.truth.book(account, group, index === 0 ? 1 : 0, hundredths),
    );
  }

  listStarter({ number, row }: Someone, day: string): void {
    this.starters.push(`${number},${row['Last Name']},${day},NHS Jobs`);
  }

  listLeaver(
    { number, row }: Someone,
    day: string,
    destination: string,
    reason = 'Voluntary Resignation - Relocation',
  ): void {
    this.leavers.push(`${number},${row['Last Name']},${day},${reason},${destination}`);
  }
}

function statusRule(status: string | undefined): string {
  if (status === undefined) return 'active';
  return status.startsWith('Out on') ? 'secondment-out-paid' : 'parental-leave';
}

export const times = (count: number, plant: (index: number) => void): void => {
  for (let index = 0; index < count; index += 1) plant(index);
};
export const kindOf = (index: number): Kind => STAYERS[index % STAYERS.length]!;
export const hundredthsOf = (index: number): number => HUNDREDTHS[index % HUNDREDTHS.length]!;
