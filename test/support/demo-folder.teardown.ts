import { removeDemo } from './demo-folder.setup';

/** Removes what the setup made. */
export default function tearDown(): void {
  removeDemo();
}
