/** What failed once and was mended: tried first in every run. */
export const failedSeeds: readonly { readonly seed: number; readonly path: string }[] = [];
