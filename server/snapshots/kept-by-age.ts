const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** For how long each is kept, by what it is the last of. */
const ALL = DAY;
const LAST_OF_DAY = 30 * DAY;
const LAST_OF_MONTH = 365 * DAY;

/**
 * Which snapshots are not worth their place any longer: all of the last day stay, then
 * the last of each day for thirty days, then the last of each month for a year. The
 * newest stays however old it is: it is the last thing to fall back on.
 * @param times when each was taken, in ISO 8601 as UTC; days and months are UTC's.
 */
export function outlived(times: readonly string[], now: string): string[] {
  const [newest, lastOfDays, lastOfMonths] = [
    lastOfEach(times, () => ''),
    lastOfEach(times, (time) => time.slice(0, '2026-11-22'.length)),
    lastOfEach(times, (time) => time.slice(0, '2026-11'.length)),
  ];
  return times.filter((time) => {
    const age = Date.parse(now) - Date.parse(time);
    return !(
      age <= ALL ||
      (age <= LAST_OF_DAY && lastOfDays.has(time)) ||
      (age <= LAST_OF_MONTH && lastOfMonths.has(time)) ||
      newest.has(time)
    );
  });
}

function lastOfEach(times: readonly string[], spanOf: (time: string) => string): Set<string> {
  const last = new Map<string, string>();
  for (const time of times) {
    const span = spanOf(time);
    if (time > (last.get(span) ?? '')) last.set(span, time);
  }
  return new Set(last.values());
}
