// Code that most commands do without is loaded when it is first asked for. What asks is synchronous and cannot wait.

/** Thrown where code is needed that is not loaded yet. Whoever can wait loads it and tries again. */
export class NotLoaded extends Error {
  readonly load: () => Promise<void>;

  constructor(load: () => Promise<void>) {
    super("not loaded yet");
    this.load = load;
  }
}
