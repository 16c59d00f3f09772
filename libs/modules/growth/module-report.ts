import { contextOf } from '../compilation';
import { registerRows } from '../register/register-rows';
import { planYears } from '../reporting/plan-years';
import type { ModuleReport, ReportFigure, ReportModule, ReportQuestion } from '../reporting/module-report';
import { bridgeTable, commitmentTable, postsTable, requirementTable, standardTable } from './report-tables';
import { requirementsOf } from './requirements';
import { COMMITMENTS_TO_ANSWER, SERVICE_COMMITMENT_LINES } from './service-commitments.register';

/** Funded posts, requirement by service commitment and workload standard, and the bridge of staff in post. */
export const growthReport: ReportModule = (question): ModuleReport => {
  const { input, output } = question;
  const context = contextOf(input);
  const years = planYears(output.months, input);
  const requirements = requirementsOf(context);
  const unanswered = unansweredCommitments(question);
  return {
    module: 'growth',
    figures: figuresOf(question, unanswered.length),
    tables: [
      bridgeTable(question, years),
      postsTable(question, years),
      requirementTable(question, requirements, years),
      commitmentTable(question, requirements, years),
      standardTable(question, requirements, years),
    ],
    notes: [
      'Requirement is what the planned work needs; funded establishment is what is paid for. Neither follows from the other.',
      'A vacancy is funded establishment less WTE in post; bank and agency are not in it.',
      ...(unanswered.length === 0
        ? []
        : [`Without a workforce line or a stated nil: ${unanswered.map(({ label }) => label).join(', ')}.`]),
    ],
  };
};

/** Commitments that have neither a line nor a nil. */
function unansweredCommitments({ input }: ReportQuestion): typeof COMMITMENTS_TO_ANSWER {
  const answered = new Set(
    registerRows(input, SERVICE_COMMITMENT_LINES).map((row) => row.text('commitment')),
  );
  return COMMITMENTS_TO_ANSWER.filter(({ code }) => !answered.has(code));
}

function figuresOf({ output }: ReportQuestion, unanswered: number): readonly ReportFigure[] {
  const end = output.months.length - 1;
  const total = (measure: 'establishment' | 'requirement' | 'fte', month: number): number =>
    output.staffGroups.reduce((sum, { series }) => sum + (series[measure][month] ?? 0), 0);
  const fte = (key: string, label: string, value: number): ReportFigure => ({
    key,
    label,
    unit: 'fte',
    value,
  });
  return [
    fte('establishment', 'Funded establishment at the end', total('establishment', end)),
    fte('requirement', 'Requirement at the end', total('requirement', end)),
    fte('in-post', 'WTE in post at the end', total('fte', end)),
    fte('in-post-change', 'Change of WTE in post since the baseline', total('fte', end) - total('fte', 0)),
    fte('vacancies', 'Vacancies at the end', total('establishment', end) - total('fte', end)),
    fte('gap', 'Requirement less WTE in post at the end', total('requirement', end) - total('fte', end)),
    {
      key: 'commitments-unanswered',
      label: 'Service commitments without a line or a stated nil',
      unit: 'number',
      value: unanswered,
    },
  ];
}
