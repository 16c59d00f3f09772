export { forecastMonths, yearOutturn, type Outturn } from './year-outturn';
export { forecastStock, straightLineStock, type StockSoFar } from './forecast-line';
