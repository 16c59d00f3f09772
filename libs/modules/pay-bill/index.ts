export { compileCosts, PAY_BILL_LINES } from './compile';
export { PAY_BILL_PARAMETERS } from './parameters';
export { payBillReport, type PayBillReport } from './report';
