// What is opened while TypeORM and the models are loaded: without either.
export { type Workbench, withWorkbench } from './compare/workbench';
