/** The system's name of an error, such as `ENOSPC`; for anything else the kind of error. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
