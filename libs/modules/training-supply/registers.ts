import type { RegisterDefinition } from '../register/register-definition';
import { TRAINING_PROGRAMMES } from './programmes.register';
import { ROTATIONAL_POSTS } from './rotational-posts.register';

/** Registers of the module, in the order in which screens list them. */
export const TRAINING_SUPPLY_REGISTERS: readonly RegisterDefinition[] = [
  TRAINING_PROGRAMMES,
  ROTATIONAL_POSTS,
];
