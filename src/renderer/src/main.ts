import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { bridgeKey, windowBridge } from './bridge/bridge.ts'
import { createText } from './i18n/text.ts'
import './styles/main.css'
import { restWhileHidden } from './ui/rest-while-hidden.ts'

restWhileHidden(document)

createApp(App)
  .provide(bridgeKey, windowBridge())
  .use(createPinia())
  .use(createText(navigator.language))
  .mount('#app')
