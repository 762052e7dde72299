/** This instant. A `Date` has no time zone: it counts milliseconds since 1970 in UTC, which is what the columns keep. */
export function utcnow(): Date {
  return new Date();
}
