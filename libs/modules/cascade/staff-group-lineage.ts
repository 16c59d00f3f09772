import type { StaffGroupNode } from './cascade-question';

/** The staff-group tree, indexed for the cascade. */
export class StaffGroupLineage {
  private readonly parents = new Map<string, string | null>();
  private readonly children = new Map<string, string[]>();
  private readonly ancestries = new Map<string, readonly string[]>();

  /** @throws RangeError on a duplicate code, an unknown parent or a loop. */
  constructor(nodes: readonly StaffGroupNode[]) {
    for (const { code, parentCode } of nodes) {
      if (this.parents.has(code)) throw new RangeError(`staff group ${code} is listed twice`);
      this.parents.set(code, parentCode);
    }
    for (const { code, parentCode } of nodes) {
      if (parentCode === null) continue;
      if (!this.parents.has(parentCode)) {
        throw new RangeError(`staff group ${code} has the unknown parent ${parentCode}`);
      }
      this.children.set(parentCode, [...this.childrenOf(parentCode), code]);
    }
    for (const { code } of nodes) this.ancestries.set(code, this.walkUp(code));
  }

  /** Every code, each after all of its descendants. */
  get leavesFirst(): readonly string[] {
    return [...this.ancestries.keys()].sort((left, right) => this.depthOf(right) - this.depthOf(left));
  }

  /** The group itself, then its parent, up to the root. */
  ancestry(code: string): readonly string[] {
    return this.ancestries.get(code) ?? [code];
  }

  /** 0 for the root; -1 for a code that is not in the tree. */
  depthOf(code: string): number {
    return (this.ancestries.get(code)?.length ?? 0) - 1;
  }

  isLeaf(code: string): boolean {
    return this.childrenOf(code).length === 0;
  }

  isWithin(code: string, ancestor: string): boolean {
    return this.ancestry(code).includes(ancestor);
  }

  childrenOf(code: string): readonly string[] {
    return this.children.get(code) ?? [];
  }

  rootOf(code: string): string {
    return this.ancestry(code).at(-1) ?? code;
  }

  private walkUp(code: string): readonly string[] {
    const path: string[] = [];
    for (let at: string | null = code; at !== null; at = this.parents.get(at) ?? null) {
      if (path.includes(at)) throw new RangeError(`staff group ${code} is its own ancestor`);
      path.push(at);
    }
    return path;
  }
}
