import { randomUUID } from 'node:crypto'
import type { BrowserDriver } from '../browser/browser-driver.ts'
import type { DialogAnswer, DialogQuestion, DialogWindow } from './dialog-desk.ts'

const binding = 'answerDialog'
const style = `body{font:14px/1.5 system-ui,sans-serif;margin:24px;color-scheme:light dark}h1{font-size:16px;margin:0 0 8px}
p{white-space:pre-wrap;margin:0 0 16px}input[type=text]{width:100%;box-sizing:border-box;margin-bottom:16px}
footer{display:flex;gap:8px;justify-content:flex-end}`

/** Runs in the dialog's page. Builds it from data with DOM calls: no text of the app is ever parsed as HTML. */
const script = `(question, answer) => {
  const add = (parent, name, props = {}) => parent.appendChild(Object.assign(document.createElement(name), props))
  document.title = question.title || question.message
  add(document.head, 'style', { textContent: question.style })
  add(document.body, 'h1', { textContent: question.message || question.title })
  if (question.detail) add(document.body, 'p', { textContent: question.detail })
  const path = question.kind === 'message' ? undefined : add(document.body, 'input', { type: 'text', value: question.defaultPath })
  let box
  if (question.checkboxLabel) {
    const label = add(add(document.body, 'p'), 'label')
    box = add(label, 'input', { type: 'checkbox' })
    label.append(' ' + question.checkboxLabel)
  }
  const footer = add(document.body, 'footer')
  question.buttons.forEach((label, response) => {
    add(footer, 'button', { textContent: label }).addEventListener('click', () => {
      const accepted = path !== undefined && response === 0 && path.value !== ''
      answer(JSON.stringify({ response, checkboxChecked: box?.checked ?? false, filePaths: accepted ? [path.value] : [] }))
    })
  })
  footer.querySelector('button').focus()
}`

function parse(text: string): DialogAnswer {
  return JSON.parse(text) as DialogAnswer
}

/** Shows questions in small Chromium windows of their own. */
export function createDialogWindow(
  driver: Promise<Pick<BrowserDriver, 'createPage' | 'own' | 'closePage'>>,
): DialogWindow {
  return async (question: DialogQuestion) => {
    const browser = await driver
    const page = await browser.createPage({ width: 480, height: 260, newWindow: true })
    const { session } = page
    const world = `dialog-${randomUUID()}`
    const answered = new Promise<DialogAnswer | undefined>((resolve) => {
      browser.own(page.targetId, { onGone: () => resolve(undefined), onPopup: () => undefined })
      session.on('Runtime.bindingCalled', ({ payload }) => resolve(parse(payload)))
    })
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', { name: binding, executionContextName: world }),
      session.send('Runtime.runIfWaitingForDebugger'),
    ])
    const { frameTree } = await session.send('Page.getFrameTree')
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: world,
    })
    await session.send('Runtime.callFunctionOn', {
      functionDeclaration: `(question) => (${script})(question, ${binding})`,
      executionContextId,
      arguments: [{ value: { ...question, style } }],
    })
    const answer = await answered
    await browser.closePage(page.targetId).catch(() => undefined)
    return answer
  }
}
