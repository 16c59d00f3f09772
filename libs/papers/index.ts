export type { Paper, PaperBlock } from './paper';
export { paperFile, PAPER_FORMATS, type PaperFile, type PaperFormat } from './paper-file';
export { PapersModule } from './papers.module';
export { PapersService, PLAN_PAPERS, type PlanPaperName } from './papers.service';
