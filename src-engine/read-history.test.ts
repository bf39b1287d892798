import { describe, expect, test } from 'vitest'
import type { HistoryFile } from './flows/history-ports.ts'
import { openHistory, previewHistory } from './read-history.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const file = (change: Partial<HistoryFile> = {}): HistoryFile => ({ name: 'export.csv', format: null, mapping: null, timeZone: 'Asia/Shanghai', ...change })

async function read(bytes: Uint8Array, change: Partial<HistoryFile> = {}, step = bytes.length) {
  const session = openHistory(file(change))
  for (let at = 0; at < bytes.length; at += step) session.push(bytes.subarray(at, at + step))
  return session.end()
}
const said = ({ conversations }: Awaited<ReturnType<typeof read>>) => conversations.map(({ turns }) => turns.map(({ role, text }) => `${role}: ${text}`))

const QIANNIU = `买家昵称,客服昵称,发送人,发送时间,消息内容,订单状态
tb小白,星河旗舰店:小雅,tb小白,2024-05-01 10:00:00,我的快递到哪了,已发货
tb小白,星河旗舰店:小雅,星河旗舰店:小雅,2024-05-01 10:01:30,"亲，在路上，
预计明天到",已发货
爱笑的鱼,星河旗舰店:小雅,爱笑的鱼,2024-05-01 10:02:00,能改地址吗,待发货
`
const EXPECTED = [['customer: 我的快递到哪了', 'agent: 亲，在路上，\n预计明天到'], ['customer: 能改地址吗']]

describe('HI-1 exports of the tools become conversations', () => {
  test('HI-1 千牛 CSV: names decide the sides, a line break in quotes ends no row', async () => {
    const found = await read(utf8(QIANNIU))
    expect(said(found)).toEqual(EXPECTED)
    expect(found.conversations[0]).toMatchObject({ format: 'qianniu', orderStatus: 'shipped', verified: true })
    expect(found.conversations[0]?.turns[0]?.at).toBe(Date.UTC(2024, 4, 1, 2, 0, 0))
  })
  test('HI-1 京麦 CSV with a column for the side', async () => {
    const found = await read(utf8('会话ID,顾客pin,发送方,时间,聊天内容\n77,jd_a,顾客,2024/5/1 9:00,什么时候发货\n77,jd_a,客服,2024/5/1 9:01,今天发\n'))
    expect(said(found)).toEqual([['customer: 什么时候发货', 'agent: 今天发']])
    expect(found.shape.format).toBe('jingmai')
  })
  test('HI-1 飞鸽 table in a page', async () => {
    const found = await read(utf8('<html><body><table><tr><th>会话ID</th><th>发送人类型</th><th>发送时间</th><th>消息内容</th></tr><tr><td>1</td><td>用户</td><td>2024-05-01 10:00:00</td><td>退款到了吗<br>急</td></tr><tr><td>1</td><td>机器人</td><td>2024-05-01 10:00:01</td><td>您好</td></tr></table><script>alert(1)</script></body></html>'), { name: '飞鸽会话.html' })
    expect(said(found)).toEqual([['customer: 退款到了吗\n急', 'machine: 您好']])
    expect(found.shape.format).toBe('feige')
  })
  test('HI-1 text logs, the time before or after the name, several talks in one file', async () => {
    const log = '会话对象：小白\n小白(2024-05-01 10:00:00)：在吗\n再问一下\n星河旗舰店:小雅(2024-05-01 10:00:20)：在的\n----------\n2024-05-01 11:00:00 大鱼\n发货了吗\n2024-05-01 11:00:30 星河旗舰店:小雅\n发了\n'
    expect(said(await read(utf8(log), { name: '拼多多.txt' }))).toEqual([['customer: 在吗\n再问一下', 'agent: 在的'], ['customer: 发货了吗', 'agent: 发了']])
  })
  test('HI-1 Chatwoot JSON: private notes are left out, bots are told apart', async () => {
    const json = { payload: [
      { id: 5, content: 'Where is my parcel?', message_type: 0, created_at: 1714557600, conversation_id: 9, sender: { name: 'Ann', type: 'contact' } },
      { id: 6, content: 'One moment', message_type: 1, created_at: 1714557601, conversation_id: 9, sender: { name: 'Helper', type: 'agent_bot' } },
      { id: 7, content: 'she is rude', message_type: 1, private: true, created_at: 1714557602, conversation_id: 9 },
      { id: 8, content: 'On its way', message_type: 1, created_at: 1714557660, conversation_id: 9, sender: { name: 'Bea', type: 'user' } },
    ] }
    const found = await read(utf8(JSON.stringify(json)), { name: 'chatwoot.json' })
    expect(said(found)).toEqual([['customer: Where is my parcel?', 'machine: One moment', 'agent: On its way']])
    expect(found.conversations[0]).toMatchObject({ format: 'chatwoot', verified: null })
  })
  test('HI-1 Zendesk tickets, one a line', async () => {
    const ticket = (id: number) => JSON.stringify({ id, requester_id: 1, comments: [{ author_id: 1, plain_body: 'Refund please', public: true, created_at: '2024-05-01T10:00:00Z' }, { author_id: 2, body: 'note', public: false, created_at: '2024-05-01T10:01:00Z' }, { author_id: 2, body: 'Done', public: true, created_at: '2024-05-01T10:02:00Z' }] })
    const found = await read(utf8(`${ticket(1)}\n{broken\n${ticket(2)}\n`), { name: 'zendesk.json' })
    expect(said(found)).toEqual([['customer: Refund please', 'agent: Done'], ['customer: Refund please', 'agent: Done']])
    expect(found.skipped).toEqual([{ row: 2, why: 'broken' }])
  })
  test('HI-1 any table whose words we do not know is read by what its columns hold', async () => {
    const found = await read(utf8('wann;wer;was\n2024-05-01 10:00;customer;Where is my order please\n2024-05-01 10:02;agent;It was sent out yesterday\n'))
    expect(said(found)).toEqual([['customer: Where is my order please', 'agent: It was sent out yesterday']])
  })
})

test('HI-2 GB 18030, a byte order mark and UTF-16 are read; a character cut between two pieces is whole (else 千牛 files are noise)', async () => {
  // 'GBK' bytes of the header and one row, as Chinese Excel writes them.
  const gbk = Uint8Array.from(Buffer.from('b7a2cbcdb7bd2ccab1bce42ccfebcfa2c4dac8dd0ac2f2bcd22c323032342d30352d30312031303a30303a30302cb5bdc4c4c1cb0a'.replace('cfebcfa2', 'cffbcfa2'), 'hex'))
  for (const step of [1, 3, 1000]) expect(said(await read(gbk, {}, step))).toEqual([['customer: 到哪了']])
  expect(said(await read(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(QIANNIU)]), {}, 7))).toEqual(EXPECTED)
  expect(said(await read(Uint8Array.from(Buffer.from(`\uFEFF${QIANNIU}`, 'utf16le'))))).toEqual(EXPECTED)
})

test('HI-3 a broken row is named with its number and the rest is read (one open quote must not swallow a month)', async () => {
  const rows = ['role,time,text', 'customer,2024-05-01 10:00:00,hello there', 'customer,2024-05-01 10:01:00,"open', 'agent,2024-05-01 10:02:00,good morning', 'nobody knows,not a time,what', 'agent,2024-05-01 10:03:00,']
  const found = await read(utf8(rows.join('\n')))
  expect(said(found)).toEqual([['customer: hello there', 'agent: good morning']])
  expect(found.skipped).toEqual([{ row: 3, why: 'broken' }, { row: 5, why: 'time' }, { row: 6, why: 'text' }])
  expect(found.skippedCount).toBe(3)
})

test('HI-4 names, phones, addresses and order numbers of the file are nowhere in what is kept', async () => {
  const text = '买家昵称,发送人,发送时间,消息内容,订单号\n王小丫99,王小丫99,2024-05-01 10:00:00,"我是王小丫99，电话13812345678，住杭州市西湖区文三路138号，单号2188340991226675",2188340991226675\n王小丫99,客服,2024-05-01 10:01:00,王小丫99您好，验证码密码是abc12345,2188340991226675\n'
  const kept = JSON.stringify((await read(utf8(text))).conversations)
  for (const secret of ['王小丫', '13812345678', '文三路', '2188340991226675', 'abc12345']) expect(kept).not.toContain(secret)
  expect(kept).toContain('[name-1]')
})

test('HI-5 the same file has the same conversations, whatever its pieces (else each import would double them)', async () => {
  const [whole, pieces] = [await read(utf8(QIANNIU)), await read(utf8(QIANNIU), {}, 5)]
  expect(pieces.conversations).toEqual(whole.conversations)
  expect(new Set(whole.conversations.map(({ id }) => id)).size).toBe(2)
})

test('HI-6 the guess is shown with the first rows, and a mapping that was said holds', async () => {
  const rows = utf8('A栏,B栏,C栏\n2024-05-01 10:00:00,小白,你好啊在不在\n2024-05-01 10:01:00,小雅,在的请说哦\n')
  const shape = await previewHistory(file(), rows)
  expect(shape.lacks).toEqual(['who'])
  expect(shape.sample).toHaveLength(2)
  await expect(read(rows)).rejects.toMatchObject({ code: 'history-no-mapping' })
  const mapping = { columns: { time: 'A栏', sender: 'B栏', text: 'C栏' }, agents: ['小雅'] }
  expect(said(await read(rows, { mapping }))).toEqual([['customer: 你好啊在不在', 'agent: 在的请说哦']])
})

test('HI-7 what is no export is refused with a reason: a PDF, binary noise, an empty page', async () => {
  await expect(read(utf8('%PDF-1.4 rest'))).rejects.toMatchObject({ code: 'history-unreadable' })
  await expect(read(Uint8Array.from([1, 0, 2, 0, 3]))).rejects.toMatchObject({ code: 'history-unreadable' })
  await expect(read(utf8('<html><body><p>hello</p></body></html>'))).rejects.toMatchObject({ code: 'history-no-talk' })
  await expect(read(utf8('{"a":'))).rejects.toMatchObject({ code: 'history-unreadable' })
})
