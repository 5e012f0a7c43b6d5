import { parentPort } from 'node:worker_threads';
import { ApartMeasurement } from '../../measures/measure-apart.ts';
import type { ToMeasurer } from './measurer.ts';

const port = parentPort;
if (port === null) throw new Error('this file is a worker');
const measurement = new ApartMeasurement();
port.on('message', (message: ToMeasurer) => {
  if ('read' in message) measurement.read(message.read);
  else port.postMessage(measurement.measure(message.measure));
});
