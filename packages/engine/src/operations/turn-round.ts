/** The way back of what has two sides of one type: from the one to the other. */
export function turnRound<One extends { readonly from: unknown; readonly to: unknown }>(operation: One): One {
  return { ...operation, from: operation.to, to: operation.from };
}
