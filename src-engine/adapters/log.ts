import { pino } from 'pino'

export { describeError as describe } from '../../src-shared/errors.ts'

/** JSON lines on standard error: the shell keeps them, standard output belongs to the command line's results. */
export const log = pino({ base: { part: 'engine' }, level: process.env['DESKMATE_LOG'] || 'info' }, pino.destination({ dest: 2, sync: true }))
