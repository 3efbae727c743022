/** The rest reasons of the VDN; `id` is what `rest/{time}/{restcause}` takes. */
export const REST_REASONS: readonly { readonly id: number; readonly text: string }[] = [
  { id: 1, text: 'Lunch' },
  { id: 2, text: 'Short break' },
  { id: 3, text: 'Training' },
  { id: 4, text: 'Meeting' },
]
