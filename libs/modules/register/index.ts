export * from './register-definition';
export { RegisterFieldError, registerRows, RegisterRow } from './register-rows';
export { repeatedEntries, type EntryProblem, type RegisterRule } from './register-rule';
export { REGISTER_RULES } from './register-rules';
export { registerByKey, REGISTERS } from './registers';
export { validateRegisterEntry, type RegisterFinding, type RegisterScope } from './validate-entry';
