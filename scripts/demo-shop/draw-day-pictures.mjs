import { Canvas, gradient, save, table } from './canvas.mjs'

/** The pictures of the day's conversations that are not of the peak. */
export function drawDayPictures() {
  wheel()
  pan()
  shirt()
  chair()
}

/** An ivory cabin suitcase lying on its side, one wheel pulled askew. */
function wheel() {
  const c = table(548, 420, 250, '#d8d4cd', '#a9a39a')
  c.oval(246, 372, 220, 24, '#000000', 0.24)
  c.round(30, 66, 400, 290, 40, gradient('#f6efe0', '#d9cdb6', 30, 60, 430, 356))
  for (let i = 0; i < 6; i++) c.round(66, 96 + i * 40, 300, 9, 4, '#c3b69c', 0.65)
  c.round(30, 200, 400, 12, 5, '#8d8471', 0.85)
  for (const [x, w] of [[96, 34], [300, 34]]) c.round(x, 192, w, 28, 5, '#6b6457')
  // the good wheel above
  c.round(414, 96, 46, 62, 12, '#4a4f55')
  c.oval(472, 128, 28, 40, '#26292d')
  c.oval(472, 128, 11, 17, '#8d949c')
  // the broken one: housing cracked, wheel hanging at an angle, the axle bare
  c.poly([[414, 262], [458, 252], [470, 290], [456, 330], [414, 334]], '#4a4f55')
  c.line([[420, 300], [440, 286], [450, 306], [468, 292]], 3, '#101214')
  c.line([[418, 318], [436, 312]], 2, '#101214')
  c.line([[456, 304], [492, 334]], 6, '#b9c0c8')
  c.poly([[470, 318], [506, 310], [518, 356], [484, 368]], '#26292d')
  c.oval(494, 340, 24, 30, '#26292d')
  c.oval(494, 340, 9, 12, '#8d949c')
  c.poly([[446, 366], [462, 352], [470, 370]], '#4a4f55')
  c.arc(474, 322, 58, 62, -0.4, 5.7, 4, '#ff3b30') // ringed by the customer
  save('suitcase-wheel.png', c)
}

/** An oat-coloured pan from above; metal has scratched the coating. */
function pan() {
  const c = new Canvas(520, 400, gradient('#54585e', '#3d4046', 0, 0, 520, 400))
  for (const [x, y] of [[60, 40], [60, 350]]) c.line([[x, y], [470, y + 6]], 2, '#2c2f33', 0.7)
  c.oval(214, 214, 172, 166, '#1b1d20', 0.45)
  c.poly([[348, 152], [512, 92], [520, 118], [366, 190]], gradient('#c79a63', '#9d7341', 348, 150, 520, 100))
  c.oval(498, 108, 7, 7, '#5f4526')
  c.oval(206, 200, 170, 166, '#b9b09d')
  c.oval(206, 200, 156, 152, gradient('#efe7d6', '#d6ccb6', 60, 60, 350, 350))
  c.arc(206, 200, 128, 124, 3.6, 5.1, 8, '#ffffff', 0.35)
  for (const [x0, y0, x1, y1, w] of [[120, 150, 230, 262, 2.4], [138, 142, 236, 240, 1.4], [170, 260, 286, 176, 2.2], [196, 276, 300, 206, 1.5], [150, 206, 262, 214, 1.8], [232, 130, 268, 250, 1.3]]) {
    c.line([[x0, y0], [x1, y1]], w, '#857a66', 0.9)
    c.line([[x0 + 1, y0 + 2], [x1 + 1, y1 + 2]], 0.9, '#fffaf0', 0.8)
  }
  c.oval(228, 214, 11, 7, '#7a6f5c', 0.75)
  c.oval(182, 232, 6, 4, '#7a6f5c', 0.6)
  save('pan-scratch.png', c)
}

/** A white T-shirt on a bed, grey-blue where the bedding ran. */
function shirt() {
  const c = new Canvas(480, 480, gradient('#a9b2bd', '#8f99a6', 0, 0, 480, 480))
  for (let i = 0; i < 7; i++) c.line([[0, 40 + i * 70], [160, 20 + i * 74], [330, 56 + i * 66], [480, 30 + i * 72]], 5, '#79838f', 0.28)
  const cloth = gradient('#ffffff', '#e6e6e2', 80, 60, 400, 440)
  const shape = [[168, 72], [206, 88], [276, 88], [314, 72], [420, 132], [384, 212], [342, 190], [346, 428], [136, 428], [140, 190], [98, 212], [62, 132]]
  c.poly(shape.map(([x, y]) => [x + 6, y + 9]), '#4e5864', 0.35)
  c.poly(shape, cloth)
  c.arc(241, 76, 38, 26, 0.15, 3, 7, '#d5d5cf')
  c.line([[142, 192], [152, 250]], 2.4, '#cfcfc9')
  c.line([[341, 192], [330, 256]], 2.4, '#cfcfc9')
  for (const [x, y, rx, ry, a] of [[206, 230, 44, 34, 0.34], [222, 246, 26, 20, 0.3], [286, 318, 36, 50, 0.32], [292, 336, 18, 26, 0.28], [180, 364, 30, 22, 0.3], [382, 150, 20, 16, 0.3], [252, 170, 14, 10, 0.26]]) c.oval(x, y, rx, ry, '#66788f', a)
  c.line([[296, 268], [310, 250]], 2, '#d0d0ca')
  save('stained-shirt.png', c)
}

/** A folding camp chair, its front leg bent. */
function chair() {
  const c = table(480, 460, 300, '#bcd3c4', '#7f9a6a')
  c.oval(238, 404, 170, 20, '#26331d', 0.35)
  for (const line of [[[150, 236], [120, 400]], [[334, 236], [352, 402]], [[196, 250], [230, 404]]]) c.line(line, 9, '#9aa2aa')
  c.line([[288, 250], [300, 316], [252, 352], [262, 404]], 9, '#9aa2aa') // should be straight
  c.line([[287, 250], [298, 314]], 3, '#dfe4e8')
  c.arc(286, 334, 46, 40, -0.5, 5.6, 4, '#ff3b30')
  c.poly([[116, 86], [366, 74], [374, 226], [330, 262], [160, 268], [112, 232]], gradient('#4a4f56', '#2c3036', 110, 80, 370, 260))
  c.poly([[128, 214], [360, 206], [330, 262], [160, 268]], '#23272c')
  c.line([[118, 92], [112, 232]], 6, '#1b1e22')
  c.line([[364, 80], [372, 226]], 6, '#1b1e22')
  c.text('DOULEE', 206, 128, 18, '#9aa2aa', 0.12)
  for (const [x, y] of [[120, 402], [230, 406], [262, 406], [352, 404]]) c.oval(x, y, 8, 5, '#1b1e22')
  save('chair-bent.png', c)
}
