/** A promise that is settled from outside, once. Until somebody looks at it, it is not unhandled. */
export class Answer {
  resolve: () => void = () => undefined;
  reject: (error: unknown) => void = () => undefined;
  readonly promise = new Promise<void>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });

  constructor() {
    this.promise.catch(() => undefined);
  }
}
