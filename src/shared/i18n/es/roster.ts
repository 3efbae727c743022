import type { RosterColumn } from '../../preferences/preference-schemas.ts'

export const roster = {
  name: 'Agentes conectados',
  filter: 'Filtrar agentes',
  filterHint: 'ID o nombre',
  queue: 'Cola',
  allQueues: 'Todas las colas',
  queueOption: '{name} ({count})',
  /** Headings of the table and of the file it is saved as. */
  columns: {
    agent: 'ID',
    name: 'Nombre',
    state: 'Estado',
    'state-time': 'Tiempo',
    'signed-in': 'Conectado desde',
    queues: 'Colas',
  } satisfies Record<RosterColumn, string>,
  sort: 'Ordenar por {column}',
  total: 'ningún agente conectado | un agente conectado | {count} agentes conectados',
  shown: '{shown} de {count} agentes',
  unnamed: '–',
  you: 'usted',
  empty: 'No hay nadie conectado en ninguna cola.',
  emptyNext: 'Los agentes que no ingresaron a ninguna cola no están en esta lista.',
  noMatch: 'Ningún agente coincide.',
  noMatchNext: 'Cambie el filtro o la cola.',
  clear: 'Quitar filtros',
  loading: 'Leyendo la lista de agentes…',
  loadFailed: 'No se pudo leer la lista de agentes',
}
