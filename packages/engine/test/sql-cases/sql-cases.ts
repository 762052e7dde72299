import { columnCases } from './column-cases';
import { constraintCases } from './constraint-cases';
import { declaredCases } from './declared-cases';
import { enumCases } from './enum-cases';
import { inheritanceCases } from './inheritance-cases';
import type { SqlCase } from './sql-case';
import { tableCases } from './table-cases';
import { typeCases } from './type-cases';
import { viewCases } from './view-cases';

/** A change for each thing that a catalog holds, and what stands on it. */
export const sqlCases: Readonly<Record<string, SqlCase>> = {
  ...columnCases,
  ...constraintCases,
  ...declaredCases,
  ...enumCases,
  ...inheritanceCases,
  ...tableCases,
  ...typeCases,
  ...viewCases,
};
