import { explainedRows, originWords } from '#modules/report-layout';
import { isPercentage, PARAMETER_UNIT_WORDS, type ParameterUnit } from '#modules/registry';
import { registerByKey } from '#modules/register';
import type { ReportUnit } from '#modules/reporting';
import type { EntryOrigin, ExplainedNumber, Overview } from '#projections';
import { sourceOfOverview } from './overview-view';
import type { View, ViewTable } from './view';
import { column, tableOf } from './view-rows';

/** A parameter's number in the unit that is named beside it, every digit kept. */
export function inParameterUnit(value: number | null, unit: ParameterUnit): number | null {
  if (value === null || !isPercentage(unit)) return value;
  return Number((value * 100).toPrecision(15));
}

function stepTable({ explanation }: ExplainedNumber): ViewTable {
  const { opening, from, to, unit, formula, value, label } = explanation;
  const rows = [
    ...(opening === null ? [] : [{ step: `Opening, ${from}`, amount: opening, unit, formula: '' }]),
    ...explanation.steps.map((step) => ({
      step: step.label,
      amount: step.amount,
      unit: step.unit,
      formula: step.formula,
    })),
    { step: opening === null ? label : `Closing, ${to}`, amount: value, unit, formula },
  ].map((row) => ({ ...row, unit: UNIT_WORDS[row.unit] }));
  const columns = [
    column('step', 'Step'),
    column('amount', 'Amount', 'number'),
    column('unit', 'Unit'),
    column('formula', 'How it is calculated'),
  ];
  return tableOf(['steps', 'Steps to the number'], columns, rows);
}

const UNIT_WORDS: Readonly<Record<ExplainedNumber['explanation']['unit'] & ReportUnit, string>> = {
  headcount: 'people',
  fte: 'WTE',
  pounds: '£',
};

function assumptionTable(explained: ExplainedNumber, nameOf: (code: string) => string): ViewTable {
  const rows = explainedRows(explained).map(({ assumption, value, origin, usedIn }) => ({
    assumption: assumption.label,
    staffGroup: nameOf(assumption.staffGroup),
    year: value.year,
    value: inParameterUnit(value.value, assumption.unit),
    low: inParameterUnit(value.low, assumption.unit),
    high: inParameterUnit(value.high, assumption.unit),
    unit: PARAMETER_UNIT_WORDS[assumption.unit],
    origin: originWords(origin),
    source: origin?.source ?? null,
    usedIn: usedIn.join('; '),
  }));
  const columns = [
    column('assumption', 'Assumption'),
    column('staffGroup', 'Staff group'),
    column('year', 'Year', 'financial-year'),
    column('value', 'Value', 'number'),
    column('low', 'Low', 'number'),
    column('high', 'High', 'number'),
    column('unit', 'Unit'),
    column('origin', 'Where it comes from'),
    column('source', 'Source'),
    column('usedIn', 'Used in'),
  ];
  return tableOf(['assumptions', 'Assumptions it rests on'], columns, rows);
}

/** A field of a register entry as text. */
export function fieldText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function entryRows({ register, entryId, values, organisation, author }: EntryOrigin) {
  const definition = registerByKey(register);
  return (definition?.fields ?? [])
    .filter(({ key }) => values[key] !== undefined && values[key] !== '')
    .map(({ key, label }) => ({
      register: definition?.label ?? register,
      entry: entryId,
      field: label,
      value: fieldText(values[key]),
      organisation,
      author,
    }));
}

function entryTable({ entries }: ExplainedNumber): ViewTable {
  const columns = [
    column('register', 'Register'),
    column('entry', 'Entry'),
    column('field', 'Field'),
    column('value', 'Value'),
    column('organisation', 'Entered at'),
    column('author', 'By'),
  ];
  return tableOf(['entries', 'Register entries it rests on'], columns, entries.flatMap(entryRows));
}

/** How a number came about: its steps, and the assumptions and register entries that they rest on. */
export function explanationView(explained: ExplainedNumber, overview: Overview): View {
  const { label, staffGroup, to } = explained.explanation;
  const nameOf = (code: string) => overview.staffGroups.find((group) => group.code === code)?.name ?? code;
  return {
    key: 'explanation',
    title: `${overview.organisation.name}: ${label}, ${nameOf(staffGroup)}, ${to}`,
    source: {
      ...sourceOfOverview(overview),
      run: explained.runId,
      engineVersion: explained.engineVersion,
    },
    notes: [],
    tables: [stepTable(explained), assumptionTable(explained, nameOf), entryTable(explained)],
  };
}
