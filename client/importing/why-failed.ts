import { ApiError } from '../api/request.ts';
import { asApiError } from '../curation/send.ts';

/** Why an import failed. What cannot be read is not sent, which the browser tells as a server that is away. */
export async function whyFailed(error: unknown, content: Blob): Promise<ApiError> {
  const told = asApiError(error);
  if (told.code !== 'UNAVAILABLE' || (await canBeRead(content))) return told;
  return new ApiError(
    'INVALID',
    'This file cannot be read: it is a folder, or was changed or taken away since it was chosen. ' +
      'Choose it again; of a folder, one of its files.',
    false,
  );
}

async function canBeRead(content: Blob): Promise<boolean> {
  try {
    await content.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
