type Task = () => Promise<void>;

const tasks = new Set<Task>();

/** Has a task done before the person signs out, for instance saving what they entered. */
export function beforeSignOut(task: Task): void {
  tasks.add(task);
}

/** Does the tasks; those that fail don't keep the person from signing out. */
export async function runBeforeSignOut(): Promise<void> {
  await Promise.allSettled([...tasks].map((task) => task()));
}
