export { compileCosts, STAFF_IN_POST_LINES } from './compile';
export { PAY_BILL_PARTS } from './lines';
export { PAY_BILL_PARAMETERS } from './parameters';
export { payBillOfSpan, type PayBillOfSpan } from './pay-of-span';
