import { describeCases } from '../harness/describe-cases';

describeCases('columns');
