import type { about as english } from '../en/about.ts'

export const about: typeof english = {
  version: 'Deskside {version}',
  host: 'Funciona con',
  hosts: {
    electron: 'Electron',
    chromium:
      'Entorno de prueba (Node y una ventana de Chromium): para desarrollo y pruebas, no para producción',
  },
  electron: 'Electron',
  chromium: 'Chromium',
  node: 'Node',
  system: 'Sistema',
  notKnown: 'no se sabe',
  copy: 'Copiar para soporte',
  copied: 'Copiado: versiones, sistema y cifras, sin nombres ni números de personas.',
  openFolder: 'Abrir la carpeta',
  failed: 'No se logró',
  loadFailed: 'No se pudieron leer las versiones',
  licenceSearch: 'Buscar licencias',
  clearSearch: 'Borrar la búsqueda',
  licenceCount: 'ningún paquete | un paquete | {count} paquetes',
  noLicence: 'Ningún paquete coincide.',
  licencesLoading: 'Leyendo las licencias…',
  noText: 'El paquete no incluye el texto de su licencia.',
  hostLicences: 'Electron y Chromium traen sus propias licencias, junto al programa.',
}
