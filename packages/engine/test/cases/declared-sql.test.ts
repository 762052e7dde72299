import { describeCases } from '../harness/describe-cases';

describeCases('declared-sql');
