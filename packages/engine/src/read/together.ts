/**
 * Waits for queries that were sent without waiting for each other, and throws what the first of them in order threw: in a
 * transaction, those after one that fails fail because it did.
 */
export async function together<Answers extends readonly unknown[]>(
  ...sent: { readonly [At in keyof Answers]: Promise<Answers[At]> }
): Promise<Answers> {
  const settled = await Promise.allSettled(sent);
  for (const answer of settled) if (answer.status === 'rejected') throw answer.reason;
  return Promise.all(sent) as unknown as Promise<Answers>;
}
