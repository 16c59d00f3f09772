import { financialYearLabel } from '#modules/report-layout';
import type { ReportTable } from '#modules/reporting';
import type { DocumentChecks, DocumentView, VersionDifference } from '#plans';
import type { View, ViewTable } from './view';
import { column, tableOf } from './view-rows';

function documentView(
  { organisation, label, scenario, version }: DocumentView,
  key: string,
  tables: readonly ViewTable[],
): View {
  return {
    key,
    title: `${organisation.name}: ${label.toLowerCase()}`,
    source: {
      organisation: { code: organisation.code, name: organisation.name },
      scenario: scenario.name,
      kind: 'records',
      run: null,
      engineVersion: null,
      calculatedAt: null,
    },
    notes: [`Version ${version}.`],
    tables,
  };
}

function signatureTable({ slots }: DocumentView): ViewTable {
  const rows = slots.map(({ label, holders, settledBy }) => {
    if (settledBy === null) {
      return { signature: label, by: holders.map(({ name }) => name).join(', '), state: 'Open' };
    }
    const { person, principal, action, at, decidedOn, reason } = settledBy;
    const state = action === 'state-nil' ? 'Not applicable' : 'Signed';
    return { signature: label, by: person, principal, state, at, decidedOn, reason };
  });
  const columns = [
    column('signature', 'Signature'),
    column('by', 'By'),
    column('principal', 'For'),
    column('state', 'State'),
    column('at', 'When'),
    column('decidedOn', 'Decided on'),
    column('reason', 'Reason'),
  ];
  return tableOf(['signatures', 'Signatures'], columns, rows);
}

function stepTable({ steps }: DocumentView): ViewTable {
  const rows = steps.toReversed().map((step) => ({
    at: step.at,
    person: step.person,
    principal: step.principal,
    step: step.slotLabel === null ? step.label : `${step.label}: ${step.slotLabel}`,
    version: step.version,
    from: step.from,
    to: step.to,
    reason: step.reason,
  }));
  const columns = [
    column('at', 'When'),
    column('person', 'Who'),
    column('principal', 'For'),
    column('step', 'What was done'),
    column('version', 'Version', 'number'),
    column('from', 'From'),
    column('to', 'To'),
    column('reason', 'Reason'),
  ];
  return tableOf(['steps', 'What was done'], columns, rows);
}

/** Where a return or plan stands: its signatures and what was done. */
export function documentStatusView(document: DocumentView): View {
  return documentView(document, 'sign-off', [signatureTable(document), stepTable(document)]);
}

function triangulationTable({ triangulation, contingent }: DocumentChecks): ViewTable {
  const { years, lines } = triangulation;
  const further = [
    { label: 'Contingent lines, secured', unit: 'WTE', values: contingent.secured },
    { label: 'Contingent lines, at risk', unit: 'WTE', values: contingent.atRisk },
  ];
  const rows = [...lines, ...further].map(({ label, unit, values }) => ({
    line: label,
    unit,
    ...Object.fromEntries(years.map((year, index) => [String(year), values[index] ?? null])),
  }));
  const columns = [
    column('line', 'Line'),
    column('unit', 'Unit'),
    ...years.map((year) => column(String(year), financialYearLabel(year), 'number')),
  ];
  return tableOf(['triangulation', 'Workforce, money and activity'], columns, rows);
}

/** What the checks found, and the figures held against one another. */
export function documentChecksView(document: DocumentView, checks: DocumentChecks): View {
  const findings = checks.findings.map(({ severity, rule, message, fix, reason }) => ({
    severity: severity === 'error' ? 'Error' : 'Give a reason',
    rule,
    message,
    fix,
    reason,
  }));
  const columns = [
    column('severity', 'Kind'),
    column('rule', 'Rule'),
    column('message', 'What was found'),
    column('fix', 'How to mend it'),
    column('reason', 'Reason given'),
  ];
  return documentView(document, 'checks', [
    tableOf(['findings', 'Errors and warnings'], columns, findings),
    triangulationTable(checks),
  ]);
}

function differenceTable({ from, to, runs, entries }: VersionDifference): ViewTable {
  const rows: ReportTable['rows'] = [
    ...runs.map((run) => ({
      what: `Figures of ${run.organisation}`,
      change: null,
      from: run.from === null ? null : `${run.from.standing}, ${run.from.scenario}`,
      to: run.to === null ? null : `${run.to.standing}, ${run.to.scenario}`,
    })),
    ...entries.flatMap(({ label, change, fields }) =>
      fields.map((field) => ({
        what: `${label}: ${field.label}`,
        change,
        from: field.from,
        to: field.to,
      })),
    ),
  ];
  const columns = [
    column('what', 'What'),
    column('change', 'Change'),
    column('from', `Version ${from}`),
    column('to', `Version ${to}`),
  ];
  return tableOf(['difference', 'Difference'], columns, rows);
}

/** The frozen versions; what changed from one to another where there are two. */
export function documentVersionsView(document: DocumentView, difference: VersionDifference | null): View {
  const rows = document.versions.map(({ version, frozenAt, person, contentSha256 }) => ({
    version,
    frozenAt,
    person,
    contentSha256,
    inForce: version === document.versionInForce ? 'Yes' : 'No',
  }));
  const columns = [
    column('version', 'Version', 'number'),
    column('frozenAt', 'Frozen'),
    column('person', 'By'),
    column('contentSha256', 'Hash (SHA-256)'),
    column('inForce', 'In force'),
  ];
  return documentView(document, 'versions', [
    tableOf(['versions', 'Versions'], columns, rows),
    ...(difference === null ? [] : [differenceTable(difference)]),
  ]);
}
