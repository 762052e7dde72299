import { describeCases } from '../harness/describe-cases';

describeCases('foreign-keys');
