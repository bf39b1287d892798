// Draws resources/demo-shop/pictures/*.png: shapes, strokes and our own stroke letters, written as PNG with Node's zlib.
// Run: node scripts/demo-shop/draw-pictures.mjs
import { mkdirSync, readFileSync } from 'node:fs'
import { Canvas, gradient, save, table } from './canvas.mjs'
import { drawDayPictures } from './draw-day-pictures.mjs'

const DIR = new URL('../../resources/demo-shop/', import.meta.url)
const orders = JSON.parse(readFileSync(new URL('orders.json', DIR), 'utf8'))
const parcelOf = (no) => orders.find((o) => o.no === no).logistics
mkdirSync(new URL('pictures/', DIR), { recursive: true })

function mug() {
  const c = table(480, 420, 270, '#e9e4da', '#c39b6c')
  c.oval(252, 352, 158, 24, '#5b3d20', 0.28)
  c.arc(350, 226, 62, 62, -1.35, 1.45, 24, '#2f4a72')
  c.arc(350, 226, 62, 62, -1.35, 1.45, 8, '#4a6a98', 0.6)
  const body = gradient('#52739f', '#24395a', 120, 0, 360, 0)
  c.poly([[122, 120], [362, 120], [346, 336], [138, 336]], body)
  c.oval(242, 336, 104, 20, body)
  c.oval(242, 120, 120, 27, '#6d8cb5')
  c.oval(242, 122, 106, 20, '#1c2b44')
  c.poly([[150, 150], [172, 152], [178, 320], [164, 318]], '#ffffff', 0.16)
  // the missing piece at the rim, the crack and its branches
  c.poly([[262, 140], [284, 128], [304, 100], [330, 112], [352, 116], [350, 140], [322, 170], [300, 162], [284, 176]], '#1c2b44')
  c.line([[262, 140], [284, 176], [300, 162], [322, 170], [352, 138]], 4, '#f4f1ea')
  const crack = [[284, 174], [272, 206], [290, 226], [262, 262], [276, 290], [256, 336], [262, 352]]
  c.line(crack, 6, '#f4f1ea', 0.85)
  c.line(crack, 3, '#0d1626')
  c.line([[290, 226], [318, 246], [326, 276]], 2.6, '#0d1626')
  c.line([[262, 262], [228, 276], [206, 306]], 2.4, '#0d1626')
  // shards on the table
  c.poly([[60, 366], [104, 344], [120, 372], [84, 388]], '#3b5a88')
  c.poly([[60, 366], [104, 344], [106, 350], [64, 372]], '#f4f1ea')
  c.poly([[384, 372], [412, 352], [430, 380], [398, 392]], '#2f4a72')
  c.poly([[150, 394], [170, 384], [176, 400]], '#4a6a98')
  save('mug-cracked.png', c)
}

function bag() {
  const c = table(480, 560, 452, '#eef0ee', '#b9b4aa')
  c.oval(240, 502, 165, 22, '#000000', 0.22)
  const cloth = gradient('#f59a4a', '#d8641b', 110, 80, 380, 500)
  c.arc(240, 84, 44, 42, Math.PI, 2 * Math.PI, 15, '#8f3f0d')
  c.line([[128, 170], [96, 240], [92, 380], [120, 452]], 26, '#b4530f')
  c.line([[352, 170], [384, 240], [388, 380], [360, 452]], 26, '#b4530f')
  c.round(112, 78, 256, 418, 74, cloth)
  c.arc(240, 196, 112, 86, Math.PI * 1.02, Math.PI * 1.98, 4, '#7a360c')
  c.line([[128, 198], [128, 250]], 4, '#7a360c')
  c.line([[352, 198], [352, 250]], 4, '#7a360c')
  c.round(142, 286, 196, 176, 28, gradient('#e9802f', '#c75812', 142, 286, 338, 462))
  c.line([[152, 316], [328, 316]], 5, '#7a360c')
  c.round(318, 310, 10, 34, 5, '#2b2b2b')
  c.round(206, 216, 68, 28, 6, '#5f2c0b')
  c.text('DOULEE', 214, 224, 13, '#ffd9b8', 0.13)
  // the label says what was ordered
  c.line([[336, 344], [372, 376]], 2, '#444444')
  c.poly([[352, 376], [452, 366], [460, 446], [360, 456]], '#fdfdf8')
  c.poly([[364, 388], [396, 385], [398, 412], [367, 415]], '#6f747a')
  c.text('ROCK', 404, 385, 14, '#333333', 0.13)
  c.text('GREY', 406, 405, 14, '#333333', 0.13)
  for (let i = 0; i < 16; i++) c.line([[370 + i * 5, 428 - i * 0.5], [371 + i * 5, 444 - i * 0.5]], i % 3 ? 1.4 : 3, '#222222')
  save('bag-orange.png', c)
}

function label() {
  const way = parcelOf('2188340516603872')
  const c = new Canvas(600, 460, gradient('#b98a55', '#a27443', 0, 0, 600, 460))
  c.fill([0, 214, 600, 250], () => true, '#d9c08f', 0.55)
  c.line([[0, 214], [600, 214]], 1, '#8d6a3c', 0.5)
  c.poly([[62, 44], [552, 32], [560, 410], [70, 424]], '#000000', 0.18)
  c.round(56, 32, 492, 376, 4, '#fbfaf6')
  c.text('YUNEXPRESS', 76, 50, 30, '#111111', 0.14)
  c.round(424, 48, 104, 40, 3, '#111111')
  c.text('PT-4', 442, 57, 24, '#ffffff', 0.14)
  c.line([[70, 100], [534, 100]], 2, '#111111')
  c.text('FROM: DOULEE LIVING', 76, 112, 15, '#222222')
  c.text('DONGGUAN CN', 76, 136, 15, '#222222')
  c.line([[70, 164], [534, 164]], 1.5, '#111111')
  c.text('TO: B. MOREIRA', 76, 178, 22, '#111111', 0.12)
  c.round(76, 212, 236, 12, 2, '#b9b7b0')
  c.round(76, 232, 170, 12, 2, '#b9b7b0')
  c.text('PORTO  PORTUGAL', 330, 216, 18, '#111111', 0.12)
  c.line([[70, 260], [534, 260]], 2, '#111111')
  let x = 84
  for (const d of `${way.trackingNo}YT260`) {
    const n = d.charCodeAt(0)
    for (const [w, gap] of [[1 + (n % 3), 2 + (n % 2)], [1 + ((n >> 1) % 4), 1 + ((n >> 2) % 3)], [1 + ((n >> 3) % 2), 3]]) {
      c.fill([x, 274, x + w * 1.5, 348], (px) => px >= x && px <= x + w * 1.5, '#111111')
      x += (w + gap) * 1.5
    }
  }
  c.text(way.trackingNo, 128, 360, 25, '#111111', 0.12)
  save('parcel-label.png', c)
}

function screen() {
  const way = parcelOf('2188340601284773')
  const c = new Canvas(375, 667, '#f3f4f6')
  c.fill([0, 0, 375, 92], () => true, '#ffffff')
  c.text('14:26', 22, 14, 14, '#111111', 0.13)
  c.round(330, 16, 24, 12, 3, '#111111')
  c.line([[28, 58], [18, 68], [28, 78]], 2.6, '#222222')
  c.text('运单', 156, 58, 20, '#222222')
  c.round(14, 106, 347, 148, 12, '#ffffff')
  c.round(32, 124, 48, 48, 10, '#d7262b')
  c.text('J&T', 37, 140, 18, '#ffffff', 0.14)
  c.text('已签收', 98, 124, 27, '#1f9d55')
  c.text('单号', 98, 162, 14, '#888888')
  c.text(way.trackingNo, 136, 162, 15, '#444444')
  c.line([[32, 196], [343, 196]], 1, '#e5e7eb')
  c.text('签收人:', 32, 212, 19, '#333333')
  c.text('本人', 112, 212, 19, '#d7262b')
  c.line([[28, 240], [160, 238]], 3, '#e02424', 0.9) // the customer's own red pen
  c.arc(92, 221, 76, 26, 0.2, 6.1, 3, '#e02424', 0.9)
  c.round(14, 268, 347, 372, 12, '#ffffff')
  const steps = [['已签收', '13:05', '#1f9d55'], ['派送中', '09:51', '#9ca3af'], ['运送中', '06:38', '#9ca3af'], ['运送中', '22:47', '#9ca3af'], ['已揽收', '20:12', '#9ca3af']]
  c.line([[106, 300], [106, 596]], 2, '#e5e7eb')
  steps.forEach(([word, time, colour], i) => {
    const y = 296 + i * 70
    c.text(time, 28, y - 2, 15, i ? '#9ca3af' : '#333333')
    c.oval(106, y + 6, i ? 5 : 8, i ? 5 : 8, colour)
    c.text(word, 126, y - 4, 18, i ? '#6b7280' : '#1f9d55')
    c.round(126, y + 24, [196, 150, 206, 176, 132][i], 9, 4, '#e5e7eb')
    c.round(126, y + 40, [120, 90, 60, 110, 70][i], 9, 4, '#eef0f2')
  })
  save('tracking-screen.png', c)
}

function earbuds() {
  const c = table(480, 400, 0, '#3d4148', '#3d4148')
  c.oval(246, 318, 150, 26, '#000000', 0.35)
  const shell = gradient('#3a3d42', '#16181b', 110, 60, 370, 330)
  c.round(108, 70, 268, 242, 92, shell)
  c.line([[112, 166], [372, 166]], 3, '#050607')
  c.line([[114, 170], [370, 170]], 1.4, '#6a6f77')
  c.round(222, 160, 40, 16, 8, '#0b0c0e')
  c.oval(242, 208, 4, 4, '#7ee08f')
  c.poly([[136, 118], [168, 92], [186, 92], [146, 150]], '#ffffff', 0.1)
  c.text('LARK S2', 206, 272, 14, '#6f757d', 0.1)
  const scratch = (p, w, a) => { c.line(p, w, '#e8eaed', a); c.line(p.map(([x, y]) => [x + 1, y + 1.4]), 1, '#000000', 0.5) }
  scratch([[150, 128], [214, 104], [262, 98]], 2.2, 0.9)
  scratch([[170, 142], [232, 120], [300, 108]], 1.6, 0.75)
  scratch([[288, 136], [330, 118]], 1.4, 0.7)
  scratch([[146, 206], [190, 244], [204, 282]], 2, 0.85)
  scratch([[160, 200], [198, 228]], 1.3, 0.7)
  scratch([[276, 196], [330, 246]], 1.8, 0.8)
  scratch([[300, 192], [344, 226]], 1.2, 0.65)
  // a fingerprint on the lid's right and one below
  for (let i = 1; i < 8; i++) c.arc(316, 254, i * 4.4, i * 6, 2.6 + i * 0.12, 7.6 - i * 0.1, 1.4, '#c9ced6', 0.42)
  // one earbud beside it
  c.oval(420, 304, 26, 22, '#24272b')
  c.round(412, 306, 16, 54, 8, '#24272b')
  c.oval(412, 298, 8, 6, '#50555c')
  // a red ring drawn by the customer
  c.arc(214, 118, 92, 40, -0.3, 5.8, 3.2, '#ff3b30')
  save('earbud-case-scratched.png', c)
}

function box() {
  const c = table(560, 420, 250, '#dcdcd6', '#8d8880')
  c.oval(282, 372, 226, 24, '#000000', 0.3)
  const front = gradient('#c8985f', '#a8783f', 80, 170, 460, 380)
  c.poly([[78, 176], [140, 132], [262, 150], [330, 122], [452, 130], [500, 168], [420, 186], [330, 214], [262, 178], [180, 196]], '#d9b07a')
  c.poly([[78, 176], [180, 196], [262, 178], [330, 214], [420, 186], [430, 244], [404, 282], [438, 330], [420, 384], [262, 376], [110, 386], [96, 310], [124, 272], [88, 232]], front)
  c.poly([[420, 186], [500, 168], [492, 236], [470, 268], [496, 312], [486, 360], [420, 384], [438, 330], [404, 282], [430, 244]], '#8a5f2f')
  // the hole, torn edges and creases
  c.poly([[244, 240], [286, 226], [300, 252], [340, 250], [328, 292], [346, 322], [300, 318], [272, 342], [262, 304], [224, 296], [250, 272]], '#2c2016')
  c.poly([[286, 226], [300, 252], [318, 226]], '#e6c596')
  c.poly([[346, 322], [300, 318], [322, 346]], '#e6c596')
  c.poly([[224, 296], [262, 304], [236, 322]], '#dcb782')
  for (const p of [[[124, 272], [224, 262]], [[124, 272], [180, 318], [170, 380]], [[404, 282], [350, 274]], [[404, 282], [380, 340]], [[262, 178], [250, 226]], [[330, 214], [306, 232]], [[180, 196], [160, 250]]]) {
    c.line(p, 3, '#6f4a22', 0.75)
    c.line(p.map(([x, y]) => [x + 2, y + 2]), 1.2, '#f0d3a6', 0.6)
  }
  // tape that came loose, a snapped tent pole sticking out
  c.poly([[180, 196], [216, 188], [212, 244], [184, 250]], '#ecd9a8', 0.75)
  c.line([[290, 296], [356, 236], [386, 150]], 9, '#aeb6bf')
  c.line([[288, 294], [354, 234], [384, 150]], 3, '#e9edf1')
  c.poly([[378, 156], [382, 138], [388, 150], [394, 136], [394, 158]], '#6b737c')
  c.line([[452, 352], [528, 330]], 9, '#aeb6bf')
  c.line([[452, 350], [528, 328]], 3, '#e9edf1')
  c.poly([[446, 360], [440, 352], [450, 350], [444, 344], [456, 346], [458, 358]], '#6b737c')
  // "this side up": two arrows and a glass
  c.line([[134, 366], [134, 340]], 4, '#4b3215')
  c.poly([[124, 344], [134, 328], [144, 344]], '#4b3215')
  c.line([[160, 366], [160, 340]], 4, '#4b3215')
  c.poly([[150, 344], [160, 328], [170, 344]], '#4b3215')
  c.text('DOULEE', 356, 340, 17, '#4b3215', 0.13)
  save('box-crushed.png', c)
}

mug()
bag()
label()
screen()
earbuds()
box()
drawDayPictures()
