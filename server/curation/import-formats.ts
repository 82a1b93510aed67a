import { READERS } from '../ingest/formats.ts';

/** The formats that can be brought in, by their names in the API and by what people call them. */
export const IMPORT_FORMATS: readonly { readonly format: string; readonly name: string }[] =
  READERS.map(({ format, name }) => ({ format, name }));
