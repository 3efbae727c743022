/**
 * Whether the system starts Deskside when the agent signs in to the computer, as the system itself says.
 * `not-installed`: what the system would start is no installed Deskside; nothing is offered.
 */
export type LoginStart =
  | { readonly isOffered: false; readonly reason: 'not-installed' | 'not-on-this-system' }
  | {
      readonly isOffered: true
      readonly isOn: boolean
      /** The last change was asked for and could not be made. */
      readonly hasFailed: boolean
    }
