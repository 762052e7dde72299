import { describeCases } from '../harness/describe-cases';

describeCases('no-change');
