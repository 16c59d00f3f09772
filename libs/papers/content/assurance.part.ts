import { column, heading, paragraph, tableOf, tableOr, type PaperBlock } from '../paper';
import type { PlanSnapshot } from '../plan-snapshot';
import { day, moment } from './words';

/** What the checks found when the version was frozen, each with the reason that was given. */
export function checksPart({ document }: PlanSnapshot): readonly PaperBlock[] {
  const { findings } = document.content.checks;
  const rows = findings.map(({ severity, rule, message, reason }) => ({
    kind: severity === 'error' ? 'Error' : 'Warning',
    rule,
    message,
    reason: reason ?? 'None given',
  }));
  const columns = [
    column('rule', 'Rule'),
    column('kind', 'Kind'),
    column('message', 'What was found'),
    column('reason', 'Reason given'),
  ];
  return [
    heading(1, 'Checks'),
    paragraph(
      'What the checks found when this version was frozen. An error would have kept it from submission.',
      'note',
    ),
    tableOr(tableOf(['checks', 'Findings and reasons'], columns, rows), 'The checks found nothing.'),
  ];
}

/** Every step of sign-off up to this version and about it. */
export function signingPart({ document }: PlanSnapshot): readonly PaperBlock[] {
  const rows = document.steps.map((step) => ({
    at: moment(step.at),
    who: step.principal === null ? step.person : `${step.person}, for ${step.principal}`,
    what: step.slotLabel === null ? step.label : `${step.label}: ${step.slotLabel}`,
    version: step.version,
    to: step.to,
    reason: [step.reason, step.decidedOn === null ? null : `Decided on ${day(step.decidedOn)}`]
      .filter((text) => text !== null && text !== '')
      .join('. '),
  }));
  const columns = [
    column('at', 'When'),
    column('who', 'Who'),
    column('what', 'What was done'),
    column('version', 'Version', 'number'),
    column('to', 'State after it'),
    column('reason', 'Reason'),
  ];
  return [
    heading(1, 'Sign-off'),
    paragraph(`This version is ${document.state.label.toLowerCase()}.`),
    tableOr(tableOf(['sign-off', 'Steps of sign-off'], columns, rows), 'No step has been taken.'),
  ];
}

/** Where every figure comes from: the runs, what they read, and what computed them. */
export function provenancePart({ document, finishedAt }: PlanSnapshot): readonly PaperBlock[] {
  const { content, version } = document;
  const rows = content.runs.map((run) => ({
    organisation: run.organisation.name,
    run: run.runId,
    engine: run.engineVersion,
    input: run.inputSha256,
    result: run.resultSha256,
    made: finishedAt[run.runId] === undefined ? null : moment(finishedAt[run.runId] ?? ''),
    draws: run.draws,
    seed: run.seed,
    baseline: run.baselineSha256 ?? null,
  }));
  const named = [
    column('organisation', 'Organisation'),
    column('run', 'Run'),
    column('made', 'Calculated'),
    column('draws', 'Draws', 'number'),
    column('seed', 'Seed'),
  ];
  const hashes = [
    column('organisation', 'Organisation'),
    column('input', 'Input (SHA-256)'),
    column('engine', 'Engine (SHA-256)'),
    column('baseline', 'Baseline (SHA-256)'),
    column('result', 'Result (SHA-256)'),
  ];
  return [
    heading(1, 'Where the figures come from'),
    paragraph(
      `Version ${version.version} was frozen on ${moment(new Date(version.frozenAt).toISOString())} by ${version.person}. Its content has the SHA-256 hash ${version.contentSha256}. Each run can be computed again from its input by the engine that made it.`,
    ),
    tableOr(tableOf(['runs', 'Runs of the projection'], named, rows), 'The version has no run.'),
    ...[tableOf(['hashes', 'Hashes of the runs'], hashes, rows)].filter((table) => table !== null),
  ];
}
