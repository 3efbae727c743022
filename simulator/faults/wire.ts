import type { Answer } from '../http/answer.ts'

/**
 * The way back to one client, as far as an answer or a fault may use it. Never answering needs no method: the exchange
 * then ends when the client gives up. After `begin` come any number of parts, then `end` or `cut` or nothing more.
 */
export interface Wire {
  /** Sends a whole answer. Resolves to false when the client was lost before everything was handed over. */
  send(answer: Answer): Promise<boolean>
  /** Sends the status and the headers, which promise the whole body. */
  begin(answer: Answer): void
  /** Sends a part of the promised body. */
  write(part: Uint8Array): void
  /** The body is complete. */
  end(): void
  /** Tears the connection down, whatever was sent before. */
  cut(): void
}
