import { FTE_SCALE } from '../reading/esr-values';
import type { IssueTally } from '../reading/issues';
import type { Assignment } from './assignment';

/** A counted assignment of a person: its planning line and hundred-thousandths of WTE. */
export interface Post {
  readonly line: number;
  readonly fte: number;
}

/** A person of an extract, without anything that says who. */
export interface Person {
  /** Rules that any of the person's assignments comes under, as bits. */
  rules: number;
  /** The main assignment; null for people who are not in the counted workforce. */
  main: Post | null;
  /** Further counted assignments. */
  others: Post[] | null;
  /** Rules of the main assignment. */
  mainRules: number;
  isMainPrimary: boolean;
  age: number;
  ethnicity: number;
  disability: number;
  latestStart: string | null;
}

/**
 * The people of an extract by pseudonym. The main assignment is the one marked as primary, of several the
 * one with most WTE, then the one on the earliest line.
 */
export class People {
  private readonly byPseudonym = new Map<string, Person>();
  private readonly severalPrimary = new Set<string>();

  get size(): number {
    return this.byPseudonym.size;
  }

  get(pseudonym: string): Person | undefined {
    return this.byPseudonym.get(pseudonym);
  }

  entries(): IterableIterator<[string, Person]> {
    return this.byPseudonym.entries();
  }

  add(assignment: Assignment): void {
    let person = this.byPseudonym.get(assignment.person);
    if (person === undefined) {
      person = newPerson(assignment);
      this.byPseudonym.set(assignment.person, person);
    }
    person.rules |= assignment.rules;
    if (assignment.standing !== 'counted' || assignment.line < 0) return;
    if (person.main === null) return takeAsMain(person, assignment);
    if (person.isMainPrimary && assignment.isPrimary) this.severalPrimary.add(assignment.person);
    this.addFurther(person, person.main, assignment);
  }

  /** Tells flaws of people that only show when all their assignments are known. */
  reportIssues(issues: IssueTally): void {
    for (const [pseudonym, person] of this.byPseudonym) {
      if (person.main === null) continue;
      if (!person.isMainPrimary) issues.add('no-primary', null);
      if (this.severalPrimary.has(pseudonym)) issues.add('several-primary', null);
      if (person.others !== null && totalFte(person) > FTE_SCALE) issues.add('person-over-one', null);
    }
  }

  private addFurther(person: Person, main: Post, assignment: Assignment): void {
    const isBetter =
      assignment.isPrimary === person.isMainPrimary ? assignment.fte > main.fte : assignment.isPrimary;
    const further = isBetter ? main : { line: assignment.line, fte: assignment.fte };
    (person.others ??= []).push(further);
    if (isBetter) takeAsMain(person, assignment);
  }
}

function newPerson({ age, ethnicity, disability, latestStart }: Assignment): Person {
  return {
    rules: 0,
    main: null,
    others: null,
    mainRules: 0,
    isMainPrimary: false,
    age,
    ethnicity,
    disability,
    latestStart,
  };
}

function takeAsMain(person: Person, assignment: Assignment): void {
  person.main = { line: assignment.line, fte: assignment.fte };
  person.mainRules = assignment.rules;
  person.isMainPrimary = assignment.isPrimary;
  person.age = assignment.age;
  person.ethnicity = assignment.ethnicity;
  person.disability = assignment.disability;
  person.latestStart = assignment.latestStart;
}

/** Counted WTE of a person, hundred-thousandths. */
export function totalFte({ main, others }: Person): number {
  return (others ?? []).reduce((sum, { fte }) => sum + fte, main?.fte ?? 0);
}

/** All counted assignments of a person, the main one first. */
export function postsOf({ main, others }: Person): readonly Post[] {
  return main === null ? [] : [main, ...(others ?? [])];
}
