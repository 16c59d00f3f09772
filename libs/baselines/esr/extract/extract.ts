import type { EsrPosition } from '../esr-report';
import type { LeaverFacts } from '../reading/people-list.reader';
import { FTE_SCALE } from '../reading/esr-values';
import { IssueTally } from '../reading/issues';
import { UnmappedTally } from '../reading/unmapped-values';
import type { AssignmentRules } from '../reference/assignment-rules';
import type { Assignment, ExtractAxes } from './assignment';
import { groupOfLine } from './cells';
import { People, postsOf } from './people';
import { RuleTally } from './rule-tally';

/** An extract as it adds up while it is read. */
export class Extract {
  readonly people = new People();
  readonly issues = new IssueTally();
  readonly unmapped = new UnmappedTally();
  /** What the extract itself says of people whose assignment has ended, by pseudonym. */
  readonly leavers = new Map<string, LeaverFacts>();
  private readonly rules: RuleTally;
  private assignments = 0;

  constructor(
    readonly asAt: string,
    rules: AssignmentRules,
  ) {
    this.rules = new RuleTally(rules);
  }

  add(assignment: Assignment): void {
    this.assignments += 1;
    this.rules.add(assignment);
    this.people.add(assignment);
  }

  /** What it comes to; to be asked once, after the last row. */
  position(axes: ExtractAxes): EsrPosition {
    const groups = axes.staffGroups.map((staffGroupCode) => ({ staffGroupCode, headcount: 0, fte: 0 }));
    for (const [, person] of this.people.entries()) {
      for (const [index, { line, fte }] of postsOf(person).entries()) {
        const group = groups[groupOfLine(line, axes)];
        if (group === undefined) continue;
        group.headcount += index === 0 ? 1 : 0;
        group.fte += fte;
      }
    }
    this.people.reportIssues(this.issues);
    return {
      asAt: this.asAt,
      assignments: this.assignments,
      headcount: groups.reduce((sum, { headcount }) => sum + headcount, 0),
      fte: groups.reduce((sum, { fte }) => sum + fte, 0) / FTE_SCALE,
      byGroup: groups
        .filter(({ headcount, fte }) => headcount > 0 || fte > 0)
        .map((group) => ({ ...group, fte: group.fte / FTE_SCALE })),
      rules: this.rules.list(this.people),
      unmapped: this.unmapped.list(),
      issues: this.issues.list(),
    };
  }
}
