import { expect, test } from 'vitest'
import { htmlToText } from './html-text.ts'
import { cutQuoted } from './quoted.ts'

const OLDER: readonly [string, string][] = [
  ['Gmail, English', 'Still broken.\n\nOn Mon, 5 Jan 2026 at 15:21, Small shop <shop@shop.test>\nwrote:\n\n> Please switch it off\n> and on again.\n'],
  ['Gmail, Chinese', 'Still broken.\n\n小店 <shop@shop.test> 于2026年1月5日周一 15:21写道：\n\n> 请重启一下\n'],
  ['Apple Mail, Chinese', 'Still broken.\n\n发自我的iPhone\n\n> 在 2026年1月5日，下午3:21，小店 <shop@shop.test> 写道：\n> \n> 请重启一下\n'],
  ['163', 'Still broken.\n\n\n\n在 2026-01-05 15:21:00，"小店" <shop@shop.test> 写道：\n\n请重启一下\n'],
  ['163, English', 'Still broken.\n\nAt 2026-01-05 15:21:00, "Small shop" <shop@shop.test> wrote:\nPlease switch it off\n'],
  ['QQ', 'Still broken.\n\n\n------------------ 原始邮件 ------------------\n发件人: "小店" <shop@shop.test>;\n发送时间: 2026年1月5日(星期一) 下午3:21\n收件人: "顾客"<a@mail.test>;\n主题: Re: 订单\n\n请重启一下\n'],
  ['Outlook, English', 'Still broken.\n\n________________________________\nFrom: Small shop <shop@shop.test>\nSent: Monday, January 5, 2026 3:21 PM\nTo: A <a@mail.test>\nSubject: Re: order\n\nPlease switch it off\n'],
  ['Outlook, Chinese', 'Still broken.\n\n获取 Outlook for iOS\n________________________________\n发件人: 小店 <shop@shop.test>\n发送时间: 2026年1月5日 15:21\n收件人: A <a@mail.test>\n主题: Re: 订单\n\n请重启一下\n'],
  ['Foxmail', 'Still broken.\n\n\n\n张三\n\n发件人： 小店\n发送时间： 2026-01-05 15:21\n收件人： 张三\n主题： Re: 订单\n请重启一下\n'],
  ['Outlook, classic', 'Still broken.\r\n\r\n-----Original Message-----\r\nFrom: Small shop\r\nSent: Monday\r\n\r\nPlease switch it off\r\n'],
]

for (const [program, mail] of OLDER) {
  test(`ML-5 the older mail below an answer is not shown: ${program} (the desk understands our own words as the customer's)`, () => {
    const shown = cutQuoted(mail)
    expect(shown).toMatch(/^Still broken\./)
    expect(shown).not.toMatch(/重启|switch it off|发件人|wrote|写道|Sent:|iPhone|Outlook/)
  })
}

test('ML-5 answers between quoted lines keep them, an answer below one block stays (half of an answer is lost)', () => {
  const between = 'On 5 Jan 2026, Shop <s@s.test> wrote:\n> Which colour?\nwhite\n> Which size?\nL\n'
  expect(cutQuoted(between)).toBe('> Which colour?\nwhite\n> Which size?\nL')
  expect(cutQuoted('On 5 Jan 2026, Shop <s@s.test> wrote:\n> Which colour?\n>\n> Thanks\n\nWhite, please.\n')).toBe('White, please.')
})

test('ML-5 a forwarded mail is the message; a mail of nothing but older lines is shown whole; a signature goes (an empty message)', () => {
  const forwarded = 'See below.\n\n---------- Forwarded message ---------\nFrom: Courier <c@c.test>\nDate: Mon, 5 Jan 2026\nSubject: Lost\nTo: <a@mail.test>\n\nYour parcel is lost.'
  expect(cutQuoted(forwarded)).toBe(forwarded)
  expect(cutQuoted('> only this\n')).toBe('> only this')
  expect(cutQuoted('Where is it?\n-- \nA. Customer\nphone 1\n')).toBe('Where is it?')
  expect(cutQuoted('From: me\nit broke')).toBe('From: me\nit broke')
  expect(cutQuoted('Please help\nOn 5 Jan 2026, Shop wrote:\n> old')).toBe('Please help')
  expect(cutQuoted('I wrote: it broke on 5 May')).toBe('I wrote: it broke on 5 May')
})

test('ML-6 HTML becomes the words that a person saw: nothing hidden, no style, links with their address, older mail marked (a tracker\'s words, an answer to our own words)', () => {
  const html = `<html><head><title>x</title><style>p{color:red}</style></head><body><div style="display: none">preheader</div>
    <p>Hello&nbsp;<b>shop</b>,</p><p>see <a href="https://shop.test/o/1">my order</a><img src="https://track.test/p.png" alt="x"></p><script>steal()</script>
    <ul><li>one<li>two</ul><table><tr><td>A</td><td>B</td></tr></table>
    <div class="gmail_quote"><div>On Mon, 5 Jan 2026 Shop &lt;s@s.test&gt; wrote:<br></div><blockquote>Old <blockquote>older</blockquote></blockquote></div></body></html>`
  const text = htmlToText(html)
  expect(text).toContain('Hello shop,\nsee my order (https://shop.test/o/1)\n- one\n- two\nA B')
  expect(text).toContain('> Old\n> > older')
  for (const hidden of ['preheader', 'steal', 'color', 'track.test']) expect(text).not.toContain(hidden)
  expect(cutQuoted(text)).toBe('Hello shop,\nsee my order (https://shop.test/o/1)\n- one\n- two\nA B')
  expect(cutQuoted(htmlToText('<div>Yes</div><div id="divRplyFwdMsg"><b>Von:</b> Shop</div><div>alt</div>'))).toBe('Yes')
})

test('ML-6 HTML nested a hundred thousand deep is read in one pass (a stack that overflows stops the mailbox)', () => {
  expect(htmlToText(`${'<blockquote><div>'.repeat(100_000)}deep`)).toMatch(/deep$/)
})
