import { parentPort, workerData } from 'node:worker_threads'
import type { OwnExample } from './domain/own-topics/examples.ts'
import { learnTopicsHere } from './learn-topics.ts'

/** A thread that learns a shop's own topics and answers once; its data come from the engine, which has parsed them. */
const { examples, usual } = workerData as { examples: OwnExample[]; usual: string[] }
parentPort?.postMessage({ learned: learnTopicsHere(examples, usual) })
