import type { settings as english } from '../en/settings.ts'

export const settings: typeof english = {
  name: 'Ajustes',
  about: 'Todos los ajustes de Deskside, por secciones. Los cambios valen de inmediato.',
  close: 'Cerrar los ajustes',
  sections: 'Secciones',
  section: {
    general: 'General',
    appearance: 'Apariencia',
    desk: 'Puesto',
    queues: 'Colas',
    notifications: 'Avisos',
    shortcuts: 'Atajos',
    connection: 'Conexión',
    about: 'Acerca de',
  },
  search: 'Buscar en los ajustes',
  clearSearch: 'Borrar la búsqueda',
  found: 'ningún ajuste | un ajuste | {count} ajustes',
  noMatch: 'Ningún ajuste coincide con «{text}».',
  noMatchNext: 'Pruebe con otra palabra. También puede buscar en inglés.',
  results: 'Ajustes encontrados',
  sources: {
    default: 'Predeterminado',
    yours: 'Elegido por usted',
    'command-line': 'De la línea de comandos, solo esta vez',
  },
  reset: 'Restablecer',
  resetRow: 'Restablecer: {name}',
  undo: 'Deshacer',
  undoRow: 'Deshacer: {name}',
  notSaved: 'No se guardó',
  rows: {
    language: {
      name: 'Idioma',
      text: 'Idioma de la ventana, la bandeja y los mensajes. Vale de inmediato.',
    },
    startsAtLogin: {
      name: 'Abrir al entrar en este equipo',
      text: 'Deskside está listo antes de la primera llamada. Iniciar sesión sigue siendo cosa suya.',
    },
    startsHidden: {
      name: 'Abrir en la bandeja',
      text: 'Sin ventana al comienzo; haga clic en el icono de la bandeja para verla.',
    },
    isAlwaysOnTop: {
      name: 'Mantener la ventana encima',
      text: 'La ventana completa queda a la vista junto a sus otros programas.',
    },
    theme: {
      name: 'Colores',
      text: 'Claro, oscuro o de alto contraste para la vista cansada y los lugares con mucha luz.',
    },
    textSize: { name: 'Tamaño del texto', text: 'Todo crece con él, no solo las palabras.' },
    busyReasons: {
      name: 'Motivos de Ocupado',
      text: 'Se ofrecen al pasar a Ocupado. Use los códigos acordados en su centro de contacto.',
    },
    skillSets: {
      name: 'Grupos de colas guardados',
      text: 'Selecciones de colas de habilidades con un nombre. Se guardan en el puesto, en «Ingreso a colas».',
    },
    guardMs: {
      name: 'Pausa tras un cambio',
      text: 'Durante este tiempo, después de que su estado o su llamada cambien por sí solos, no se obedecen las teclas que terminan o cambian algo: lo que usted quería quizá ya no existe. Con 0 no hay pausa.',
    },
    thresholds: {
      name: 'Umbrales de las colas',
      text: 'Con cuántas llamadas o con qué espera una cola pasa a ámbar o a rojo.',
    },
    alerts: { name: 'Avisos y sonidos', text: 'Lo que le avisa cuando usted mira a otra parte.' },
    soundVolume: { name: 'Volumen', text: 'La intensidad de los sonidos de Deskside.' },
    quietHours: { name: 'Horas de silencio', text: 'Sin avisos ni sonidos a estas horas del día.' },
    shortcuts: {
      name: 'Atajos de teclado',
      text: 'Teclas que funcionan en cualquier programa, y si están libres.',
    },
    gateway: {
      name: 'Gateway',
      text: 'El gateway en el que usted inicia sesión, o la demostración en su lugar.',
    },
    check: {
      name: 'Prueba de conexión',
      text: 'Va paso a paso desde la dirección hasta el teléfono y dice qué falla y qué hacer.',
    },
    version: { name: 'Versión y sistema', text: 'Lo primero que pregunta soporte.' },
    userData: {
      name: 'Carpeta de sus datos',
      text: 'Allí están los ajustes, el registro de actividad y los archivos de registro.',
    },
    licences: { name: 'Licencias', text: 'El software libre con el que está hecho Deskside.' },
  },
  languageOfSystem: 'Como el sistema ({language})',
  themes: {
    system: 'Como el sistema',
    light: 'Claro',
    dark: 'Oscuro',
    contrast: 'Alto contraste',
  },
  percent: '{percent} %',
  milliseconds: 'ms',
  less: 'Menos',
  more: 'Más',
  busyReason: {
    code: 'Código ({min} a {max})',
    name: 'Nombre',
    add: 'Agregar un motivo',
    remove: 'Quitar el motivo {code}',
    none: 'Aún no hay motivos: se pasa a Ocupado sin motivo.',
    duplicate: 'Este código está repetido.',
    full: 'Ya se usan todos los códigos de {min} a {max}.',
  },
  skillSet: {
    none: 'Aún no hay grupos.',
    remove: 'Eliminar el grupo {name}',
    queues: 'ninguna cola | una cola | {count} colas',
  },
}
