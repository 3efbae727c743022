import { createApp } from 'vue'
import { createText } from '../src/i18n/text.ts'
import { restWhileHidden } from '../src/ui/rest-while-hidden.ts'
import GalleryPage from './GalleryPage.vue'
import './gallery.css'

restWhileHidden(document)
const wishes = new URLSearchParams(location.search)
createApp(GalleryPage, { wishes })
  .use(createText(wishes.get('lang') ?? 'en'))
  .mount('#app')
