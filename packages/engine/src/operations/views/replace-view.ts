import { nameOnly } from '../../schema/name-key';
import type { View } from '../../schema/view';
import { sql } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { turnRound } from '../turn-round';
import { viewBody } from './create-view';

/** Exchanges the query of a view whose columns stay, which keeps whatever depends on it. */
export interface ReplaceView {
  readonly kind: 'replaceView';
  readonly from: View;
  readonly to: View;
}

function renderReplaceView({ to }: ReplaceView): readonly Statement[] {
  return [statement(`Replace view ${displayName(to)}`, sql`CREATE OR REPLACE VIEW ${viewBody(to)}`)];
}

export const replaceView: Definition<ReplaceView, ReplaceView> = {
  render: renderReplaceView,
  reverse: turnRound,
  effects: (operation) => ({ alters: [{ kind: 'view', ...nameOnly(operation.to) }] }),
};
