const HEADER =
  'Org L3,Employee Number,Assignment Number,Last Name,Date of Birth,Primary Assignment,Assignment Category,' +
  'Assignment Status,Staff Group,Job Role,Occupation Code,Scale,FTE,Ethnic Origin,Disability,Latest Start Date';

/** ESR staff group, job role, occupation code, grade, people at the later extract. */
type Posts = readonly [staffGroup: string, role: string, code: string, grade: string, people: number];

const NURSING = 'Nursing and Midwifery Registered';
const SUPPORT = 'Additional Clinical Services';
const CLERICAL = 'Administrative and Clerical';
const MEDICAL = 'Medical and Dental';
const THERAPY = 'Allied Health Professionals';

/** A large teaching trust, about as the published figures show one. */
const POSTS: readonly Posts[] = [
  [MEDICAL, 'Consultant', '011', 'YC72 Consultant', 1_150],
  [MEDICAL, 'Specialty Registrar', '011', 'MN37 Specialty Registrar', 1_350],
  [MEDICAL, 'Specialty Doctor', '011', 'MC46 Specialty Doctor', 460],
  [NURSING, 'Staff Nurse', 'N6A', 'Review Body Band 5', 2_900],
  [NURSING, 'Sister/Charge Nurse', 'N6A', 'Review Body Band 6', 1_500],
  [NURSING, 'Ward Manager', 'N6A', 'Review Body Band 7', 680],
  [NURSING, 'Midwife', 'N2C', 'Review Body Band 6', 510],
  [THERAPY, 'Physiotherapist', 'S1C', 'Review Body Band 6', 2_200],
  [THERAPY, 'Specialist Physiotherapist', 'S1C', 'Review Body Band 7', 1_100],
  [SUPPORT, 'Healthcare Assistant', 'H1A', 'Review Body Band 2', 3_100],
  [SUPPORT, 'Healthcare Assistant', 'H1A', 'Review Body Band 3', 1_900],
  [SUPPORT, 'Therapy Assistant', 'S9C', 'Review Body Band 3', 1_200],
  [SUPPORT, 'Patient Pathway Navigator', 'X1A', 'Review Body Band 4', 70],
  [CLERICAL, 'Officer', 'G2A', 'Review Body Band 4', 1_700],
  ['Estates and Ancillary', 'Support Worker', 'G3A', 'Review Body Band 2', 1_300],
  [CLERICAL, 'Manager', 'G1A', 'Review Body Band 8 - Range A', 500],
  [CLERICAL, 'Senior Manager', 'G0A', 'Review Body Band 8 - Range D', 270],
];

const HOURS = ['1', '1', '1', '0.8', '0.6', '1', '0.9', '0.8'] as const;
const ORIGINS = [
  'A White - British',
  'A White - British',
  'H Asian or Asian British - Indian',
  'A White - British',
  'Z Not Stated',
  'A White - British',
  'N Black or Black British - African',
] as const;
/** Of those in post at the later extract, every eighth has joined since the earlier one; a ninth as many left. */
const JOINERS_EVERY = 8;
const LEAVERS_EVERY = 9;
const FIRST_NUMBER = 20_000_000;

/** The content of two extracts a year apart. */
export interface TourExtracts {
  readonly earlier: string;
  readonly later: string;
}

/** Days of the two extracts. */
export const TOUR_DAYS = { earlier: '2025-03-31', later: '2026-03-31' } as const;
/** What the trust calls its column of pay grades, and the occupation code that is its own. */
export const TOUR_OWN_WORDS = { payGrade: 'Scale', code: 'X1A' } as const;

/** Made-up extracts of a trust with about 22,000 people; the same each time. */
export function tourExtracts(): TourExtracts {
  const earlier = [HEADER];
  const later = [HEADER];
  POSTS.forEach((posts, kind) => {
    const people = posts[4];
    const left = Math.floor(people / LEAVERS_EVERY);
    for (let index = 0; index < people + left; index += 1) {
      const line = lineOf(posts, kind * 10_000 + index);
      if (index < people) later.push(line);
      if (index >= people || index % JOINERS_EVERY !== 0) earlier.push(line);
    }
  });
  return { earlier: `${earlier.join('\r\n')}\r\n`, later: `${later.join('\r\n')}\r\n` };
}

const chosen = <T>(list: readonly [T, ...T[]], index: number): T => list[index % list.length] ?? list[0];

function lineOf([staffGroup, role, code, grade]: Posts, index: number): string {
  const number = FIRST_NUMBER + index;
  const birth = `${String(1 + (index % 28)).padStart(2, '0')}/0${1 + (index % 9)}/${1960 + (index % 43)}`;
  return [
    `Division ${index % 12}`,
    number,
    `${number}-1`,
    `Name${index}`,
    birth,
    'Y',
    'Permanent',
    'Active Assignment',
    staffGroup,
    role,
    code,
    grade,
    chosen(HOURS, index),
    chosen(ORIGINS, index),
    index % 20 === 0 ? 'Yes' : 'No',
    '01-APR-2019',
  ].join(',');
}
