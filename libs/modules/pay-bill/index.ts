export { PAY_BILL_PARAMETERS } from './parameters';
