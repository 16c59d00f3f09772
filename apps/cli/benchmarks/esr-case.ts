import { Readable } from 'node:stream';

const HEADER =
  'Org L3,Employee Number,Assignment Number,Last Name,Date of Birth,Primary Assignment,Assignment Category,' +
  'Assignment Status,Staff Group,Job Role,Occupation Code,Pay Grade,FTE,Ethnic Origin,Disability,Latest Start Date';
const LINES_AT_ONCE = 500;

const POSTS = [
  ['Nursing and Midwifery Registered', 'Staff Nurse', 'N6A', 'Review Body Band 5'],
  ['Additional Clinical Services', 'Healthcare Assistant', 'H1A', 'Band 3'],
  ['Administrative and Clerical', 'Officer', 'G2A', 'Band 4'],
  ['Allied Health Professionals', 'Physiotherapist', 'S1C', 'Band 6'],
] as const;

/** An extract of so many assignments as it would arrive, one in twenty of them second ones. */
export function extractOf(assignments: number): Readable {
  return Readable.from(lines(assignments));
}

function* lines(assignments: number): Generator<Buffer> {
  let text = `${HEADER}\r\n`;
  for (let index = 0; index < assignments; index += 1) {
    text += `${line(index)}\r\n`;
    if (index % LINES_AT_ONCE !== 0) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

function line(index: number): string {
  const isSecond = index % 20 === 19;
  const number = 20_000_000 + (isSecond ? index - 1 : index);
  const [staffGroup, role, code, grade] = POSTS[index % POSTS.length] ?? POSTS[0];
  const birth = `${String(1 + (index % 28)).padStart(2, '0')}/0${1 + (index % 9)}/${1960 + (index % 40)}`;
  return [
    `Division ${index % 12}`,
    number,
    `${number}-${isSecond ? 2 : 1}`,
    `Name${index}`,
    birth,
    isSecond ? 'N' : 'Y',
    'Permanent',
    'Active Assignment',
    staffGroup,
    role,
    code,
    grade,
    isSecond ? '0.2' : '0.8',
    index % 3 === 0 ? 'H Asian or Asian British - Indian' : 'A White - British',
    'No',
    '01-APR-2019',
  ].join(',');
}
