/** What the page says of something that has happened. */
export interface Notice {
  readonly text: string;
  /** A problem is told at once, anything else when there is time. */
  readonly isProblem: boolean;
  /** What can be done about it here: the step of the undo stack. */
  readonly offers: 'undo' | 'redo' | null;
}

let notice: Notice | null = null;
const listeners = new Set<() => void>();

function set(next: Notice | null): void {
  notice = next;
  for (const listener of listeners) listener();
}

/** Says what was done; what can be taken back offers so. */
export function say(text: string, offers: Notice['offers'] = null): void {
  set({ text, isProblem: false, offers });
}

/** Says what went wrong. */
export function sayProblem(text: string): void {
  set({ text, isProblem: true, offers: null });
}

/** Takes the notice away. */
export function hush(): void {
  set(null);
}

/** The latest notice, for a component that shows it. */
export const notices = {
  read: (): Notice | null => notice,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
