import * as v from 'valibot'
import { missing, ok, textSchema, withBody, type Routes } from './answers.ts'

const urlSchema = v.strictObject({
  url: v.pipe(
    textSchema,
    v.check((url) => URL.canParse(url), 'That is no URL'),
  ),
})

/** What the app has told the system about itself, and what the system makes of it. */
export const appRoutes: Routes = {
  'GET /app': ({ app }) => ok({ ...app._taskbar, protocols: app._protocolClients.list() }),
  'GET /login-item': ({ app }) => ok(app.getLoginItemSettings()),
  'POST /open-url': ({ app }, body) =>
    withBody(urlSchema, ({ url }) => {
      if (!app._protocolClients.opens(url)) return missing(`The app is not asked to open ${url}`)
      return ok({ isHandled: app._openUrl(url) })
    })(body),
}
