/** An installed extension. What belongs to it is not in the model, nor is its version: the server decides that. */
export interface Extension {
  readonly name: string;
  readonly schema: string;
}
