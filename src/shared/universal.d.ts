/**
 * The few globals that Node and browsers share, declared here so that this zone needs neither library. Only this zone's
 * tsconfig includes the file.
 */
declare class URL {
  constructor(text: string)
  static parse(text: string): URL | null
  readonly protocol: string
  readonly hostname: string
  readonly username: string
  readonly password: string
  readonly search: string
  readonly hash: string
  readonly pathname: string
  readonly origin: string
}
