export { type Explanation, type FailureKind, RetortError } from './errors/retort-error';
export {
  type ScratchDatabase,
  type ScratchOptions,
  withDatabase,
  withScratchDatabase,
} from './scratch/scratch-database';
