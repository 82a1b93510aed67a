import { setTimeout } from 'node:timers/promises';

/** Writes one number after the other, from 1 on, until it is told to stop. */
export class SteadyWriter {
  readonly #writing: Promise<void>;
  #isStopped = false;
  #written = 0;

  /** @param pause milliseconds after a number. */
  constructor(write: (number: number) => Promise<unknown>, pause: (number: number) => number) {
    this.#writing = this.#start(write, pause).finally(() => {
      this.#isStopped = true;
    });
    // Whoever stops it is told of what went wrong.
    this.#writing.catch(() => undefined);
  }

  /** The last number that was written. */
  get written(): number {
    return this.#written;
  }

  /** Waits until it has written a greater number, or has stopped. */
  async passes(number: number): Promise<void> {
    while (!this.#isStopped && this.#written <= number) await setTimeout(1);
  }

  /** Gives the last number. */
  async stop(): Promise<number> {
    this.#isStopped = true;
    await this.#writing;
    return this.#written;
  }

  async #start(
    write: (number: number) => Promise<unknown>,
    pause: (number: number) => number,
  ): Promise<void> {
    while (!this.#isStopped) {
      await write(this.#written + 1);
      this.#written += 1;
      await setTimeout(pause(this.#written));
    }
  }
}
