import { describeCases } from '../harness/describe-cases';

describeCases('keys-that-count');
