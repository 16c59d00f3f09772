import {
  bandName,
  esrFieldName,
  groupName,
  LEAVING_PLACES,
  MAPPED_PARTS,
  type EsrNames,
} from './extract-words';
import type { ListColumns } from './list';

/** How an employer's extracts are read beyond the shipped tables. */
export interface ReadMapping {
  readonly columns: Readonly<Record<string, string>>;
  readonly occupationCodes: Readonly<Record<string, string>>;
  readonly payGrades: Readonly<Record<string, string>>;
  readonly rules: readonly {
    readonly code: string;
    readonly field: string;
    readonly patterns: readonly string[];
  }[];
  readonly destinations: Readonly<Record<string, string>>;
}

/** The parts of a mapping that read a text of the extract as a code. */
export const MAPPING_PARTS = Object.keys(MAPPED_PARTS) as readonly MappingPart[];
export type MappingPart = keyof typeof MAPPED_PARTS;

/** One thing that a mapping says: a text of the extract, and what it is read as. */
export interface MappingEntry {
  readonly part: MappingPart;
  /** A header, a code or a pattern. */
  readonly from: string;
  /** A field, a staff group, a band, a rule or a place. */
  readonly to: string;
  /** Of a rule: the field that the text is looked for in. */
  readonly field?: string;
}

const TEXT_PARTS = ['occupationCodes', 'payGrades', 'destinations'] as const;

/** Everything that a mapping says, part by part. */
export function mappingEntries(mapping: ReadMapping): MappingEntry[] {
  return [
    ...Object.entries(mapping.columns).map(([to, from]): MappingEntry => ({ part: 'columns', from, to })),
    ...TEXT_PARTS.flatMap((part) =>
      Object.entries(mapping[part]).map(([from, to]): MappingEntry => ({ part, from, to })),
    ),
    ...mapping.rules.flatMap(({ code, field, patterns }) =>
      patterns.map((from): MappingEntry => ({ part: 'rules', from, to: code, field })),
    ),
  ];
}

const READ_AS: Readonly<Record<MappingPart, (names: EsrNames | undefined, to: string) => string>> = {
  columns: esrFieldName,
  occupationCodes: groupName,
  payGrades: bandName,
  rules: (names, to) => names?.rules.find(({ code }) => code === to)?.label ?? to,
  destinations: (_, to) => LEAVING_PLACES[to] ?? to,
};

/** What an employer adds to how its extracts are read. */
export const mappingColumns = (names: EsrNames | undefined) =>
  ({
    part: { heading: 'What', value: ({ part }) => MAPPED_PARTS[part] },
    from: { heading: 'In the extract', value: ({ from }) => from },
    field: {
      heading: 'In the column',
      value: ({ field }) => (field === undefined ? '' : esrFieldName(names, field)),
    },
    to: { heading: 'Read as', value: ({ part, to }) => READ_AS[part](names, to) },
  }) satisfies ListColumns<MappingEntry>;
