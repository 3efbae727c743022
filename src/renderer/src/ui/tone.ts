/** What a colour means; never the only carrier of the meaning. */
export type Tone = 'green' | 'amber' | 'red' | 'blue' | 'violet' | 'teal' | 'grey'
