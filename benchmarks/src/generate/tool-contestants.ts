import type { Command, Contestant, Finished } from '../measure/contestant';
import type { Table } from '../schema/table';
import type { Edit } from './edit';
import { findMissing } from './find-missing';
import type { GenerateContestants } from './generate-contestants';

/** A tool that writes migrations, in a project of its tables. */
export interface Tool {
  readonly name: string;
  readonly side: Contestant['side'];
  readonly tables: readonly Table[];
  readonly edit: Edit;
  /** From an empty history and database; with the schema in place and the edit of a round; and without the edit. */
  readonly first: ToolRow;
  readonly changed: ToolRow;
  readonly unchanged: ToolRow;
  /** What the tool should have said, or left alone, where nothing changed and did not; undefined when all is well. */
  readonly findUnchangedFault: (finished: Finished) => string | undefined;
}

export interface ToolRow {
  readonly command: Command;
  /** Undoes an edit, and what the tool wrote the time before. */
  readonly restore: () => void;
  /** The text of all that it wrote. */
  readonly readWritten: () => string;
}

/** How a tool takes part in the three rows about writing a migration. */
export function toolContestants(tool: Tool): Omit<GenerateContestants, 'migratedUrl'> {
  const { name, side, tables, edit, first, changed, unchanged, findUnchangedFault } = tool;
  return {
    first: [
      {
        name,
        side,
        command: first.command,
        reset: async () => first.restore(),
        findFault: async () =>
          findMissing(
            first.readWritten(),
            tables.map((table) => table.name),
          ),
      },
    ],
    changed: [
      {
        name,
        side,
        command: changed.command,
        reset: async (round) => {
          changed.restore();
          edit.make(round);
        },
        findFault: async (round) => findMissing(changed.readWritten(), [edit.column(round)]),
      },
    ],
    unchanged: [
      {
        name,
        side,
        command: unchanged.command,
        reset: async () => unchanged.restore(),
        findFault: async (_round, finished) => findUnchangedFault(finished),
      },
    ],
  };
}
