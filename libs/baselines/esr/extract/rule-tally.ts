import type { AssignmentRule, AssignmentRules } from '../reference/assignment-rules';
import { FTE_SCALE } from '../reading/esr-values';
import type { Assignment } from './assignment';
import type { People } from './people';

/** A rule with what came under it. */
export interface CountedRule extends AssignmentRule {
  readonly assignments: number;
  readonly people: number;
  readonly fte: number;
}

/** Counts assignments by rule. */
export class RuleTally {
  private readonly assignments: number[];
  private readonly fte: number[];

  constructor(private readonly rules: AssignmentRules) {
    this.assignments = rules.rules.map(() => 0);
    this.fte = rules.rules.map(() => 0);
  }

  add({ rules, fte }: Pick<Assignment, 'rules' | 'fte'>): void {
    for (let index = 0; index < this.assignments.length; index += 1) {
      if ((rules & (1 << index)) === 0) continue;
      this.assignments[index] = (this.assignments[index] ?? 0) + 1;
      this.fte[index] = (this.fte[index] ?? 0) + fte;
    }
  }

  /** Every rule, also those that nothing came under. */
  list(people: People): CountedRule[] {
    const heads = this.rules.rules.map(() => 0);
    const second = { assignments: 0, people: 0, fte: 0 };
    for (const [, { rules, others }] of people.entries()) {
      for (let index = 0; index < heads.length; index += 1) {
        if ((rules & (1 << index)) !== 0) heads[index] = (heads[index] ?? 0) + 1;
      }
      if (others === null) continue;
      second.people += 1;
      second.assignments += others.length;
      second.fte += others.reduce((sum, { fte }) => sum + fte, 0) / FTE_SCALE;
    }
    return this.rules.rules.map((rule, index) =>
      rule.effect === 'person-once'
        ? { ...rule, ...second }
        : {
            ...rule,
            assignments: this.assignments[index] ?? 0,
            people: heads[index] ?? 0,
            fte: (this.fte[index] ?? 0) / FTE_SCALE,
          },
    );
  }
}
