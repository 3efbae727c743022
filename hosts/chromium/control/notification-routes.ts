import * as v from 'valibot'
import type { NotificationRecord } from '../electron/notification.ts'
import { countSchema, missing, ok, refused, withBody, type ControlAnswer, type Routes } from './answers.ts'
import type { Registries } from './registries.ts'

const clickSchema = v.optional(v.strictObject({ action: v.optional(countSchema) }), {})
const closeSchema = v.optional(
  v.strictObject({ reason: v.optional(v.picklist(['userCanceled', 'timedOut']), 'userCanceled') }),
  {},
)
const replySchema = v.strictObject({ text: v.string() })

/** A notification that was closed is gone from the screen: nobody could click it any more. */
function onNotification(
  { notifications }: Registries,
  id: number,
  act: (record: NotificationRecord) => ControlAnswer,
): ControlAnswer {
  const record = notifications.find((candidate) => candidate.id === id)
  if (record === undefined) return missing(`There is no notification ${String(id)}`)
  return record.state === 'closed' ? refused(`Notification ${String(id)} is closed`) : act(record)
}

/** What the app has shown in the corner of the screen, and what a person does with it. */
export const notificationRoutes: Routes = {
  'GET /notifications': ({ notifications }) =>
    ok(
      notifications.map(({ id, notification, shownAt, state }) => ({
        id,
        title: notification.title,
        subtitle: notification.subtitle,
        body: notification.body,
        silent: notification.silent,
        sound: notification.sound,
        urgency: notification.urgency,
        timeoutType: notification.timeoutType,
        hasReply: notification.hasReply,
        actions: notification.actions.map(({ text }) => text ?? ''),
        shownAt,
        state,
      })),
    ),
  'POST /notifications/{id}/click': (registries, body, id) =>
    withBody(clickSchema, ({ action }) =>
      onNotification(registries, id, ({ notification }) => {
        if (action !== undefined && notification.actions[action] === undefined)
          return missing(`The notification has no action ${String(action)}`)
        notification._click(action)
        return ok()
      }),
    )(body),
  'POST /notifications/{id}/close': (registries, body, id) =>
    withBody(closeSchema, ({ reason }) =>
      onNotification(registries, id, ({ notification }) =>
        notification._close(reason) ? ok() : refused('It is not on the screen any more'),
      ),
    )(body),
  'POST /notifications/{id}/reply': (registries, body, id) =>
    withBody(replySchema, ({ text }) =>
      onNotification(registries, id, ({ notification }) => {
        if (!notification.hasReply) return refused('The notification takes no reply')
        notification._reply(text)
        return ok()
      }),
    )(body),
}
