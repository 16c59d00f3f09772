export * from './register-definition';
export { RegisterFieldError, registerRows, RegisterRow } from './register-rows';
export { registerByKey, REGISTERS } from './registers';
export { validateRegisterEntry, type RegisterFinding, type RegisterScope } from './validate-entry';
