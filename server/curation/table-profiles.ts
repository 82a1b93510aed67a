import { UnderpinError } from '../domain/errors.ts';
import { profileFrom } from '../ingest/profile-from.ts';
import type { ClaimsTableProfile } from '../ingest/readers/claims-table-profile.ts';

export type TableProfile = ClaimsTableProfile;

/** Where profiles are kept: texts under names. */
export interface ProfileTexts {
  names(): Promise<string[]>;
  read(name: string): Promise<string | null>;
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<boolean>;
}

/** The profiles of tables that people have saved, each under its name. */
export class TableProfiles {
  readonly #texts: ProfileTexts;

  constructor(texts: ProfileTexts) {
    this.#texts = texts;
  }

  /** All that can be read: one that somebody broke by hand is in nobody's way. */
  async all(): Promise<TableProfile[]> {
    const found = await Promise.all(
      (await this.#texts.names()).map((name) => this.find(name).catch(() => null)),
    );
    return found.filter((profile) => profile !== null);
  }

  /** @throws NOT_FOUND where there is none of that name; INVALID where it is broken. */
  async find(name: string): Promise<TableProfile> {
    const text = await this.#texts.read(name);
    if (text === null) throw await this.#missing(name);
    return { ...profileFrom(parsed(text, name)), name };
  }

  async #missing(name: string): Promise<UnderpinError> {
    const saved = (await this.#texts.names()).map((each) => `“${each}”`).toSorted();
    const others = saved.length === 0 ? '' : `: there are ${saved.join(', ')}`;
    return new UnderpinError('NOT_FOUND', `No profile of a table is saved as “${name}”${others}.`);
  }

  /** Keeps a profile under its name, in place of another of that name. */
  async save(profile: unknown): Promise<TableProfile> {
    const checked = profileFrom(profile);
    await this.#texts.write(checked.name, `${JSON.stringify(checked, null, 2)}\n`);
    return checked;
  }

  /** Says whether there was one. */
  remove(name: string): Promise<boolean> {
    return this.#texts.remove(name);
  }
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UnderpinError('INVALID', `The profile “${name}” is no JSON.`, error);
  }
}

/** Profiles that are kept as long as this process runs. */
export function profilesInMemory(): TableProfiles {
  const texts = new Map<string, string>();
  return new TableProfiles({
    names: async () => [...texts.keys()],
    read: async (name) => texts.get(name) ?? null,
    write: async (name, text) => void texts.set(name, text),
    remove: async (name) => texts.delete(name),
  });
}
