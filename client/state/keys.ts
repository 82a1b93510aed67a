const KEY = 'underpin.single-keys';

/** Whether keys that are single signs do something; a person may switch them off. */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Switches single keys on or off, and keeps that where the browser lets us. */
export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Without storage they stay as they are.
  }
}
