/** Open-source parts that the desk is built on, by the licence that each states. A test compares it with what is installed. */
export const LICENCES: Readonly<Record<string, readonly string[]>> = {
  MIT: [
    'electron', '@fastify/cookie', '@fastify/static', '@tanstack/react-query', '@tanstack/react-virtual', '@xyflow/react', 'better-sqlite3', 'fastify', 'fflate', 'htmlparser2', 'i18next', 'imapflow', 'mailparser', 'papaparse', 'pino', 'pinyin-pro',
    'react', 'react-dom', 'react-i18next', 'read-excel-file', 'socket.io', 'socket.io-client', 'unpdf', 'uuid', 'ws', 'zod',
  ],
  'BSD-3-Clause': ['Chromium'],
  ISC: ['lucide-react'],
  'Apache-2.0': ['openai', 'prom-client'],
  'MIT-0': ['nodemailer'],
}
