import type { RosterColumn } from '../../preferences/preference-schemas.ts'

export const roster = {
  name: 'Online agents',
  filter: 'Filter agents',
  filterHint: 'ID or name',
  queue: 'Queue',
  allQueues: 'All queues',
  queueOption: '{name} ({count})',
  /** Headings of the table and of the file it is saved as. */
  columns: {
    agent: 'ID',
    name: 'Name',
    state: 'State',
    'state-time': 'In state',
    'signed-in': 'Signed in',
    queues: 'Queues',
  } satisfies Record<RosterColumn, string>,
  sort: 'Sort by {column}',
  total: 'no agent online | one agent online | {count} agents online',
  shown: '{shown} of {count} agents',
  unnamed: '–',
  you: 'you',
  empty: 'Nobody is online in a queue.',
  emptyNext: 'Agents who are signed in to no queue are not in this list.',
  noMatch: 'No agent matches.',
  noMatchNext: 'Change the filter or the queue.',
  clear: 'Clear filters',
  loading: 'Reading the roster…',
  loadFailed: 'The roster could not be read',
}
