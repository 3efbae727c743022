/** How many queues the agents stand in; a large centre has some dozens. */
const queueCount = 50

const names = ['陈伟', 'Mei Castro', 'Bruno Núñez', 'Quentin García', 'Priya Eriksen', 'Zoë Okafor']

/** One agent with all the fields that the gateway sends, used or not (cec_07_0416). */
function row(nth: number): object {
  return {
    workno: String(101 + nth),
    name: `${names[nth % names.length]} ${nth}`,
    status: '4',
    ctiStatus: '1',
    groupid: 0,
    groupname: null,
    skilllist: [],
    mediatype: 'TFF',
    vdnid: 214,
    phonenumber: `8888${nth}`,
    currentstatetime: nth % 3_600,
    logindate: 1_616_510_142_000,
    callids: [],
    inMultimediaConf: 0,
    currentStateReason: 0,
  }
}

/** The body of an answer of allonlineagents with so many rows. */
export function rosterBody(rows: number): string {
  const result = Array.from({ length: queueCount }, (_, queue) => ({
    skillId: queue + 1,
    skillMediaType: 5,
    agent: Array.from({ length: Math.ceil((rows - queue) / queueCount) }, (_each, nth) =>
      row(nth * queueCount + queue),
    ),
  }))
  return JSON.stringify({ message: '', retcode: '0', result })
}
