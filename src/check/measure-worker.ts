import { parentPort } from 'node:worker_threads';
import { type ApartRequest, measureApart } from '../measures/measure-apart.ts';

const port = parentPort;
if (port === null) throw new Error('this file is a worker');
port.on('message', (request: ApartRequest) => port.postMessage(measureApart(request)));
