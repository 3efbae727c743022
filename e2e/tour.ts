import { mkdir } from 'node:fs/promises'
import { exit, stdout } from 'node:process'
import { prepareFonts } from '../hosts/chromium/browser/fonts.ts'
import { App, makeProfile, removeProfile } from './support/app.ts'
import { Gateway } from './support/gateway.ts'
import { Line } from './support/line.ts'
import { takeGuidePictures } from './tour/guide.ts'
import { showInterfaces } from './tour/interfaces.ts'
import { narrow, pictures, Tour } from './tour/tour.ts'
import { showTrouble } from './tour/trouble.ts'

/*
 * `npm run tour`: the five interfaces and a day on which things go wrong, by clicks in the real window, with the requests
 * that reached the gateway and what was seen afterwards. Its pictures, and those of the
 * stage (`tour/guide.ts`), are the pictures of README and user guide, so that they never rot.
 */

process.env.FONTCONFIG_FILE = await prepareFonts('own')
await mkdir(pictures, { recursive: true })
const gateway = await Gateway.start()
const line = await Line.to(gateway)
const profile = await makeProfile()
const app = await App.start(profile, '--gateway', line.url, '--ca', gateway.caPath)
try {
  await app.page.setViewportSize(narrow)
  // A picture must not catch a colour half-way.
  await app.page.emulateMedia({ reducedMotion: 'reduce' })
  const tour = new Tour(app, gateway)
  await showInterfaces(tour)
  await showTrouble(tour, line)
} finally {
  await app.stop()
  await line.cut()
  await gateway.stop()
  await removeProfile(profile)
}
await takeGuidePictures()
stdout.write('\nPictures: docs/images.\n')
exit(0)
