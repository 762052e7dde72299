import { describeCases } from '../harness/describe-cases';

describeCases('generated-columns');
